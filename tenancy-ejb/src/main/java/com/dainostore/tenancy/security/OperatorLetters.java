package com.dainostore.tenancy.security;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.mail.MailAddress;
import com.dainostore.tenancy.mail.MailMessage;
import com.dainostore.tenancy.mail.PlatformMails;
import com.dainostore.tenancy.security.Links.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What operators are told by mail, with links of their own to the platform's address. */
@ApplicationScoped
class OperatorLetters {
    @Inject
    InstallationSettings settings;

    @Inject
    PlatformMails mails;

    void invitation(Handle tx, UUID operator, String email) {
        String link = link(tx, operator, Purpose.JOIN, "join", email);
        send(tx, Purpose.JOIN, email, "invitation", "Join the operators of " + settings.platformDomain(), """
                You are invited to run the platform at %s.

                Choose your password here, within 7 days:
                %s

                If you do not know why you get this, you need not do anything.
                """.formatted(
                        settings.platformDomain(), link));
    }

    void reset(Handle tx, Account account) {
        String link = link(tx, account.id(), Purpose.RESET, "reset", account.email());
        send(tx, Purpose.RESET, account.email(), "password-reset", "Choose a new password", """
                Somebody asked for a new password of your account at %s.

                Choose it here, within an hour:
                %s

                If it was not you, you need not do anything: your password still works.
                """.formatted(
                        settings.platformDomain(), link));
    }

    void confirmEmail(Handle tx, UUID operator, String email) {
        String link = link(tx, operator, Purpose.EMAIL, "confirm-email", email);
        send(tx, Purpose.EMAIL, email, "email-confirmation", "Confirm your e-mail", """
                This is to be the e-mail that you sign in with at %s.

                Confirm it here, within a day:
                %s

                If it was not you who asked for this, do not follow the link.
                """.formatted(
                        settings.platformDomain(), link));
    }

    void notice(Handle tx, String email, String kind, String subject, String what) {
        String text = """
                Your account at %s %s

                If it was not you, tell another operator at once, and choose a new password.
                """.formatted(settings.platformDomain(), what);
        send(tx, Purpose.JOIN, email, kind, subject, text);
    }

    private String link(Handle tx, UUID operator, Purpose purpose, String page, String email) {
        LinkAddress address = LinkAddress.ofPlatform(settings);
        return address.page("operator/" + page, Links.issue(tx, operator, purpose, address.host(), email));
    }

    private void send(Handle tx, Purpose purpose, String email, String kind, String subject, String text) {
        MailAddress.parse(email)
                .ifPresent(to ->
                        mails.send(tx, MailMessage.of(kind, to, subject, text).usefulFor(purpose.life)));
    }
}
