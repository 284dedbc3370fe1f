package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.mail.MailAddress;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Links.Purpose;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody of a store's staff keeps for themselves, whatever their role: password, e-mail, second factor, tokens; and for
 * an owner the handing over of the store. What could take an account over asks for the password again.
 */
@ApplicationScoped
public class OwnAccount implements OwnSecurity {
    @Inject
    CurrentPerson person;

    @Inject
    CurrentSession session;

    @Inject
    CurrentStore current;

    @EJB
    StoreRows rows;

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

    @Override
    public String name() {
        return person.requireStaff().name();
    }

    @Override
    public void rename(String name) {
        Staff self = requireChanging();
        String called = PersonName.check("name", name);
        rows.call(tx -> {
            rows.note("person.rename", self.id(), Changes.none().set("name", self.name(), called));
            return tx.execute("UPDATE people SET name = ? WHERE id = ?", called, self.id());
        });
    }

    @Override
    public Set<String> scopes() {
        return person.requireStaff().held().scopes();
    }

    @Override
    public List<KnownToken> tokens() {
        Staff self = person.requireStaff();
        return rows.call(tx -> StaffTokens.of(tx, self.id()));
    }

    @Override
    public IssuedToken newToken(TokenWish wish) {
        Staff self = requireChanging();
        return SignIns.issue(
                staff.accounts(),
                new Account(self.id(), self.email(), null, self.held().scopes()),
                wish);
    }

    @Override
    public void revokeToken(UUID token) {
        Staff self = requireChanging();
        rows.call(tx -> {
            if (!StaffTokens.revoke(tx, self.id(), token)) {
                throw new NotFoundException("You have no token with this id that works.");
            }
            rows.note("token.revoke", token, Changes.none());
            return token;
        });
    }

    @Override
    public void changePassword(char[] before, char[] wanted) {
        Staff self = recheck(before);
        passwords.check("wanted", wanted);
        if (Arrays.equals(before, wanted)) {
            throw new ValidationException("wanted", "Choose a password that is not the old one.");
        }
        String hash = passwords.hash(wanted);
        rows.call(tx -> {
            tx.execute("UPDATE people SET password_hash = ? WHERE id = ?", hash, self.id());
            Links.end(tx, self.id());
            letters.notice(self.email(), "password-changed", "Your password was changed", told("has a new password."));
            rows.note("password.change", self.id(), Changes.none().secret("password"));
            return session.get()
                    .map(kept -> StaffTokens.endOtherSignIns(tx, self.id(), kept.id()))
                    .orElseGet(() -> StaffTokens.endSignIns(tx, self.id()));
        });
    }

    @Override
    public Optional<String> pendingEmail() {
        Staff self = person.requireStaff();
        return rows.call(tx -> Links.pending(tx, self.id(), Purpose.EMAIL));
    }

    @Override
    public void changeEmail(char[] password, String email) {
        MailAddress wanted = MailAddress.require("email", email);
        Staff self = recheck(password);
        rows.call(tx -> {
            Members.refuseKnown(tx, "email", wanted.text());
            letters.confirmEmail(tx, self.id(), wanted.text());
            rows.note("person.ask-email", self.id(), Changes.none().say("email", wanted.text()));
            return wanted;
        });
    }

    @Override
    public void keepEmail() {
        Staff self = requireChanging();
        rows.call(tx -> {
            rows.note("person.keep-email", self.id(), Changes.none());
            return Links.end(tx, self.id(), Purpose.EMAIL);
        });
    }

    @Override
    public boolean hasSecondFactor() {
        return secondFactors.isOn(staff.accounts(), person.requireStaff().id());
    }

    @Override
    public int recoveryCodes() {
        return secondFactors.recoveryCodes(
                staff.accounts(), person.requireStaff().id());
    }

    @Override
    public Enrolment beginSecondFactor(char[] password) {
        Staff self = recheck(password);
        return secondFactors.begin(staff.accounts(), self.id(), self.email(), issuer());
    }

    @Override
    public Optional<Enrolment> begunSecondFactor() {
        Staff self = person.requireStaff();
        return secondFactors.begun(staff.accounts(), self.id(), self.email(), issuer());
    }

    @Override
    public List<String> confirmSecondFactor(String code) {
        Staff self = requireChanging();
        List<String> codes = secondFactors.confirm(staff.accounts(), self.id(), code);
        tell(self, "on", "Your second factor is on", told("asks for a code of your app from now on."));
        return codes;
    }

    @Override
    public void removeSecondFactor(char[] password) {
        Staff self = recheck(password);
        if (secondFactors.remove(staff.accounts(), self.id())) {
            tell(self, "off", "Your second factor is off", told("asks for no code of an app any more."));
        }
    }

    /** Makes somebody else the owner, and oneself an admin. */
    public void handOver(char[] password, UUID to) {
        requireOwner("Only an owner can hand the store over.");
        Staff self = recheck(password);
        rows.call(tx -> {
            Members.lock(tx);
            boolean stillOwner = Members.require(tx, self.id()).role().isOwner();
            Member next = Members.require(tx, to);
            if (!stillOwner || self.id().equals(to) || next.state() != Member.State.ACTIVE) {
                throw new ValidationException("to", "Choose a colleague who has joined.");
            }
            Members.give(tx, to, FixedRole.OWNER);
            Members.give(tx, self.id(), FixedRole.ADMIN);
            rows.note("person.hand-over", to, Changes.none().set("owner", self.email(), next.email()));
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

    private void tell(Staff self, String word, String subject, String what) {
        rows.call(tx -> {
            letters.notice(self.email(), "second-factor-" + word, subject, what);
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
