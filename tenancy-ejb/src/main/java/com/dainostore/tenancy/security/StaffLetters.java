package com.dainostore.tenancy.security;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.mail.MailAddress;
import com.dainostore.tenancy.mail.MailMessage;
import com.dainostore.tenancy.mail.Mails;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.security.Links.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What the people of a store are told by mail, with links of their own. Links lead to the store's address below the platform's
 * domain, whatever host they were asked for at: nobody can have one mailed that leads to them.
 */
@ApplicationScoped
class StaffLetters {
    @Inject
    CurrentStore current;

    @Inject
    InstallationSettings settings;

    @Inject
    Mails mails;

    void invitation(Handle tx, Member member) {
        Store store = current.require();
        String link = link(tx, member.id(), Purpose.JOIN, "join", member.email());
        send(Purpose.JOIN, member.email(), "invitation", "Join " + store.name(), """
                You are invited to work on %s as %s.

                Choose your password here, within 7 days:
                %s

                If you do not know why you get this, you need not do anything.
                """.formatted(
                        store.name(), member.role().label(), link));
    }

    void reset(Handle tx, Account account) {
        String link = link(tx, account.id(), Purpose.RESET, "reset", account.email());
        send(Purpose.RESET, account.email(), "password-reset", "Choose a new password", """
                Somebody asked for a new password of your account at %s.

                Choose it here, within an hour:
                %s

                If it was not you, you need not do anything: your password still works.
                """.formatted(
                        current.require().name(), link));
    }

    void confirmEmail(Handle tx, UUID account, String email) {
        String link = link(tx, account, Purpose.EMAIL, "confirm-email", email);
        send(Purpose.EMAIL, email, "email-confirmation", "Confirm your e-mail", """
                This is to be the e-mail that you sign in with at %s.

                Confirm it here, within a day:
                %s

                If it was not you who asked for this, do not follow the link.
                """.formatted(
                        current.require().name(), link));
    }

    /** Tells the e-mail from before, so that nobody loses an account without notice. */
    void emailChanged(StaffRow before, String email) {
        notice(
                before.email(),
                "email-changed",
                "Your e-mail was changed",
                "Your account at %s has another e-mail now: %s."
                        .formatted(current.require().name(), email));
    }

    void notice(String email, String kind, String subject, String what) {
        send(Purpose.JOIN, email, kind, subject, what + """


                If it was not you, tell an owner of the store at once, and choose a new password.
                """);
    }

    /** Something that nobody of the team did. */
    void news(Member owner, OwnersNews news) {
        send(Purpose.JOIN, owner.email(), news.kind(), news.subject(), news.text());
    }

    private String link(Handle tx, UUID account, Purpose purpose, String page, String email) {
        LinkAddress address = LinkAddress.of(settings, current.require());
        return address.page("merchant/" + page, Links.issue(tx, account, purpose, address.host(), email));
    }

    private void send(Purpose purpose, String email, String kind, String subject, String text) {
        MailAddress.parse(email)
                .ifPresent(
                        to -> mails.send(MailMessage.of(kind, to, subject, text).usefulFor(purpose.life)));
    }
}
