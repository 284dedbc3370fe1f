package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Person.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an operator keeps for themselves: tokens and second factor. */
@ApplicationScoped
public class OwnOperatorAccount {
    private static final String ISSUER = "DainoStore";

    @Inject
    CurrentPerson person;

    @Inject
    Operators operators;

    @Inject
    SignIns signIns;

    @Inject
    SecondFactors secondFactors;

    @Inject
    OperatorLetters letters;

    /** The tokens that work, the newest first. */
    public List<KnownToken> tokens() {
        return operators.accounts().tokens(self(Scopes.PLATFORM_READ).id());
    }

    /** A new token, for as much as oneself may do at most. */
    public IssuedToken newToken(TokenWish wish) {
        Operator self = self(Scopes.PLATFORM_WRITE);
        return SignIns.issue(operators.accounts(), new Account(self.id(), self.email(), null, self.scopes()), wish);
    }

    /** Revokes one of one's own tokens. */
    public void revokeToken(UUID token) {
        Operator self = self(Scopes.PLATFORM_WRITE);
        if (!operators.accounts().revoke(self.id(), token)) {
            throw new NotFoundException("You have no token with this id that works.");
        }
    }

    public boolean hasSecondFactor() {
        return secondFactors.isOn(
                operators.accounts(), self(Scopes.PLATFORM_READ).id());
    }

    public int recoveryCodes() {
        return secondFactors.recoveryCodes(
                operators.accounts(), self(Scopes.PLATFORM_READ).id());
    }

    public Enrolment beginSecondFactor(char[] password) {
        Operator self = recheck(password);
        return secondFactors.begin(operators.accounts(), self.id(), self.email(), ISSUER);
    }

    public Optional<Enrolment> begunSecondFactor() {
        Operator self = self(Scopes.PLATFORM_WRITE);
        return secondFactors.begun(operators.accounts(), self.id(), self.email(), ISSUER);
    }

    /** Turns the second factor on; gives back the recovery codes, this once. */
    public List<String> confirmSecondFactor(String code) {
        Operator self = self(Scopes.PLATFORM_WRITE);
        List<String> codes = secondFactors.confirm(operators.accounts(), self.id(), code);
        tell(self, "second-factor-on", "Your second factor is on", "asks for a code of your app from now on.");
        return codes;
    }

    public void removeSecondFactor(char[] password) {
        Operator self = recheck(password);
        if (secondFactors.remove(operators.accounts(), self.id())) {
            tell(self, "second-factor-off", "Your second factor is off", "asks for no code of an app any more.");
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

    private void tell(Operator self, String kind, String subject, String what) {
        operators.accounts().inTransaction(tx -> {
            letters.notice(tx, self.email(), kind, subject, what);
            return self;
        });
    }
}
