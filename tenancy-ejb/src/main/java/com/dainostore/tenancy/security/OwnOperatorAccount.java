package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.mail.MailAddress;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Links.Purpose;
import com.dainostore.tenancy.security.Person.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an operator keeps for themselves. */
@ApplicationScoped
public class OwnOperatorAccount implements OwnSecurity {
    private static final String ISSUER = "DainoStore";

    @Inject
    CurrentPerson person;

    @Inject
    CurrentSession session;

    @Inject
    Operators operators;

    @Inject
    SignIns signIns;

    @Inject
    SecondFactors secondFactors;

    @Inject
    OperatorLetters letters;

    @Override
    public String name() {
        return operators.accounts().name(self(Scopes.PLATFORM_READ).id());
    }

    @Override
    public void rename(String name) {
        Operator self = self(Scopes.PLATFORM_WRITE);
        String called = PersonName.check("name", name);
        String before = name();
        change(
                self,
                "person.rename",
                Changes.none().set("name", before, called),
                tx -> tx.execute("UPDATE operators SET name = ? WHERE id = ?", called, self.id()));
    }

    @Override
    public Optional<String> pendingEmail() {
        Operator self = self(Scopes.PLATFORM_READ);
        return operators.accounts().inTransaction(tx -> Links.pending(tx, self.id(), Purpose.EMAIL));
    }

    @Override
    public void changeEmail(char[] password, String email) {
        MailAddress wanted = MailAddress.require("email", email);
        Operator self = recheck(password);
        change(self, "person.ask-email", Changes.none().say("email", wanted.text()), tx -> {
            OperatorAccounts.refuseKnown(tx, wanted.text());
            letters.confirmEmail(tx, self.id(), wanted.text());
            return wanted;
        });
    }

    @Override
    public void keepEmail() {
        Operator self = self(Scopes.PLATFORM_WRITE);
        change(self, "person.keep-email", Changes.none(), tx -> Links.end(tx, self.id(), Purpose.EMAIL));
    }

    @Override
    public void changePassword(char[] before, char[] wanted) {
        operators.changePassword(session.requireOperator(), before, wanted);
    }

    @Override
    public Set<String> scopes() {
        return self(Scopes.PLATFORM_READ).scopes();
    }

    @Override
    public List<KnownToken> tokens() {
        return operators.accounts().tokens(self(Scopes.PLATFORM_READ).id());
    }

    @Override
    public IssuedToken newToken(TokenWish wish) {
        Operator self = self(Scopes.PLATFORM_WRITE);
        return SignIns.issue(operators.accounts(), new Account(self.id(), self.email(), null, self.scopes()), wish);
    }

    @Override
    public void revokeToken(UUID token) {
        Operator self = self(Scopes.PLATFORM_WRITE);
        if (!operators.accounts().revoke(self.id(), token)) {
            throw new NotFoundException("You have no token with this id that works.");
        }
    }

    @Override
    public boolean hasSecondFactor() {
        return secondFactors.isOn(
                operators.accounts(), self(Scopes.PLATFORM_READ).id());
    }

    @Override
    public int recoveryCodes() {
        return secondFactors.recoveryCodes(
                operators.accounts(), self(Scopes.PLATFORM_READ).id());
    }

    @Override
    public Enrolment beginSecondFactor(char[] password) {
        Operator self = recheck(password);
        return secondFactors.begin(operators.accounts(), self.id(), self.email(), ISSUER);
    }

    @Override
    public Optional<Enrolment> begunSecondFactor() {
        Operator self = self(Scopes.PLATFORM_WRITE);
        return secondFactors.begun(operators.accounts(), self.id(), self.email(), ISSUER);
    }

    @Override
    public List<String> confirmSecondFactor(String code) {
        Operator self = self(Scopes.PLATFORM_WRITE);
        List<String> codes = secondFactors.confirm(operators.accounts(), self.id(), code);
        tell(self, "on", "Your second factor is on", "asks for a code of your app from now on.");
        return codes;
    }

    @Override
    public void removeSecondFactor(char[] password) {
        Operator self = recheck(password);
        if (secondFactors.remove(operators.accounts(), self.id())) {
            tell(self, "off", "Your second factor is off", "asks for no code of an app any more.");
        }
    }

    /**
     * Refuses whoever cannot repeat their password, before they see what is as good as one.
     *
     * @throws ValidationException with {@code current} as its field
     */
    public void prove(char[] password) {
        recheck(password);
    }

    private Operator recheck(char[] password) {
        Operator self = self(Scopes.PLATFORM_WRITE);
        signIns.recheck(operators.accounts(), self.email(), password);
        return self;
    }

    private Operator self(String scope) {
        return person.requireOperator(scope);
    }

    private void tell(Operator self, String word, String subject, String what) {
        operators.accounts().inTransaction(tx -> {
            letters.notice(tx, self.email(), "second-factor-" + word, subject, what);
            return self;
        });
    }

    /** Changes something of one's own and writes it down. */
    private void change(Operator self, String action, Changes changes, InTransaction<?> work) {
        operators.accounts().inTransaction(tx -> {
            operators.accounts().note(tx, action, self.id(), changes);
            return work.call(tx);
        });
    }
}
