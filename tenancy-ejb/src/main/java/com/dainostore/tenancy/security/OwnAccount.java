package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.mail.MailAddress;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody of a store's staff keeps for themselves, whatever their role: password, e-mail, second factor, tokens; and for
 * an owner the handing over of the store. What could take an account over asks for the password again.
 */
@ApplicationScoped
public class OwnAccount {
    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore current;

    @Inject
    StaffAccounts staff;

    @Inject
    SignIns signIns;

    @Inject
    Passwords passwords;

    @Inject
    SecondFactors secondFactors;

    @Inject
    StaffLetters letters;

    /** The tokens that work, the newest first. */
    public List<KnownToken> tokens() {
        Staff self = person.requireStaff();
        return staff.accounts().inTransaction(tx -> StaffTokens.of(tx, self.id()));
    }

    /** A new token, for as much as the role allows at most. */
    public IssuedToken newToken(TokenWish wish) {
        Staff self = requireChanging();
        return SignIns.issue(
                staff.accounts(),
                new Account(self.id(), self.email(), null, self.held().scopes()),
                wish);
    }

    /** Revokes one of one's own tokens. */
    public void revokeToken(UUID token) {
        Staff self = requireChanging();
        staff.accounts().inTransaction(tx -> {
            if (!StaffTokens.revoke(tx, self.id(), token)) {
                throw new NotFoundException("You have no token with this id that works.");
            }
            staff.rows.note("token.revoke", token, Changes.none());
            return token;
        });
    }

    /**
     * Changes the password. Tokens with a name go on; those of sign-ins end.
     *
     * @throws ValidationException with {@code current} or {@code wanted} as its field
     */
    public void changePassword(char[] before, char[] wanted) {
        Staff self = recheck(before);
        passwords.check("wanted", wanted);
        if (Arrays.equals(before, wanted)) {
            throw new ValidationException("wanted", "Choose a password that is not the old one.");
        }
        String hash = passwords.hash(wanted);
        staff.accounts().inTransaction(tx -> {
            tx.execute("UPDATE people SET password_hash = ? WHERE id = ?", hash, self.id());
            Links.end(tx, self.id());
            letters.notice(self.email(), "password-changed", "Your password was changed", told("has a new password."));
            staff.rows.note("password.change", self.id(), Changes.none().secret("password"));
            return StaffTokens.endSignIns(tx, self.id());
        });
    }

    /** Mails a link to the new e-mail; until it is followed nothing changes. */
    public void changeEmail(char[] password, String email) {
        MailAddress wanted = MailAddress.require("email", email);
        Staff self = recheck(password);
        staff.accounts().inTransaction(tx -> {
            Members.refuseKnown(tx, "email", wanted.text());
            letters.confirmEmail(tx, self.id(), wanted.text());
            staff.rows.note("person.ask-email", self.id(), Changes.none().say("email", wanted.text()));
            return wanted;
        });
    }

    public boolean hasSecondFactor() {
        return secondFactors.isOn(staff.accounts(), person.requireStaff().id());
    }

    public int recoveryCodes() {
        return secondFactors.recoveryCodes(
                staff.accounts(), person.requireStaff().id());
    }

    public Enrolment beginSecondFactor(char[] password) {
        Staff self = recheck(password);
        return secondFactors.begin(staff.accounts(), self.id(), self.email(), issuer());
    }

    public Optional<Enrolment> begunSecondFactor() {
        Staff self = person.requireStaff();
        return secondFactors.begun(staff.accounts(), self.id(), self.email(), issuer());
    }

    /** Turns the second factor on; gives back the recovery codes, this once. */
    public List<String> confirmSecondFactor(String code) {
        Staff self = requireChanging();
        List<String> codes = secondFactors.confirm(staff.accounts(), self.id(), code);
        tell(self, "second-factor-on", "Your second factor is on", told("asks for a code of your app from now on."));
        return codes;
    }

    public void removeSecondFactor(char[] password) {
        Staff self = recheck(password);
        if (secondFactors.remove(staff.accounts(), self.id())) {
            tell(self, "second-factor-off", "Your second factor is off", told("asks for no code of an app any more."));
        }
    }

    /** Makes somebody else the owner, and oneself an admin. */
    public void handOver(char[] password, UUID to) {
        requireOwner("Only an owner can hand the store over.");
        Staff self = recheck(password);
        staff.accounts().inTransaction(tx -> {
            Members.lock(tx);
            boolean stillOwner = Members.require(tx, self.id()).role().isOwner();
            Member next = Members.require(tx, to);
            if (!stillOwner || self.id().equals(to) || next.state() != Member.State.ACTIVE) {
                throw new ValidationException("to", "Choose a colleague who has joined.");
            }
            Members.give(tx, to, FixedRole.OWNER);
            Members.give(tx, self.id(), FixedRole.ADMIN);
            staff.rows.note("person.hand-over", to, Changes.none().set("owner", self.email(), next.email()));
            letters.notice(
                    next.email(), "ownership", "You own " + current.require().name(), told("is an owner now."));
            letters.notice(self.email(), "ownership", "You handed over", told("is an admin and no owner any more."));
            return next;
        });
    }

    /** Oneself, but not by a token that only reads. */
    private Staff requireChanging() {
        Staff self = person.requireStaff();
        if (self.scopes().stream().noneMatch(scope -> scope.endsWith(":write"))) {
            throw new ForbiddenException("Your token only reads. Use another one, or the console.");
        }
        return self;
    }

    /**
     * Refuses whoever is no owner or cannot repeat their password, before they see what is as good as one.
     *
     * @throws ValidationException with {@code current} as its field
     */
    public void proveOwner(char[] password) {
        requireOwner("Only an owner can see this.");
        recheck(password);
    }

    private void requireOwner(String otherwise) {
        if (!person.requireStaff().role().isOwner()) {
            throw new ForbiddenException(otherwise);
        }
    }

    private Staff recheck(char[] password) {
        Staff self = requireChanging();
        signIns.recheck(staff.accounts(), self.email(), password);
        return self;
    }

    private void tell(Staff self, String kind, String subject, String what) {
        staff.accounts().inTransaction(tx -> {
            letters.notice(self.email(), kind, subject, what);
            return self;
        });
    }

    private String told(String what) {
        return "Your account at " + current.require().name() + " " + what;
    }

    private String issuer() {
        return current.require().name();
    }
}
