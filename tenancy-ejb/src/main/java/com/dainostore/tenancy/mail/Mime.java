package com.dainostore.tenancy.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Makes MIME messages (RFC 2045, RFC 5322) of letters. */
final class Mime {
    private static final String UTF_8 = "UTF-8";

    private Mime() {}

    /** @param from the address that everything is sent from */
    static MimeMessage message(Session session, String from, Letter letter) throws MessagingException {
        MimeMessage message = new Identified(session, "<" + letter.id() + from.substring(from.lastIndexOf('@')) + ">");
        message.setFrom(address(from, letter.sender()));
        if (letter.replyTo().isPresent()) {
            message.setReplyTo(
                    new InternetAddress[] {address(letter.replyTo().get().text(), letter.sender())});
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(MailMessage.oneLine(letter.subject()), UTF_8);
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.body().html().isPresent()) {
            message.setContent(
                    alternative(letter.body().text(), letter.body().html().get()));
        } else {
            message.setText(letter.body().text(), UTF_8);
        }
        message.saveChanges();
        return message;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        InternetAddress sender = new InternetAddress(address, true);
        try {
            sender.setPersonal(MailMessage.oneLine(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return sender;
    }

    private static MimeMultipart alternative(String text, String html) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, UTF_8, "html");
        return new MimeMultipart("alternative", plain, rich);
    }

    /** Keeps its Message-ID over all tries, so that a mail that comes twice can be known. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
