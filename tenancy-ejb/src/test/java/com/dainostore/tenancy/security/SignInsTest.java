package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.BoundedEntries;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.leases.TestRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInsTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private static final String OUTDATED =
            "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";

    private final CountingPasswords passwords = new CountingPasswords();
    private final SignIns signIns = new SignIns();
    private final KnownAccounts accounts = new KnownAccounts();

    @BeforeEach
    void someoneIsKnown() {
        signIns.passwords = passwords;
        signIns.secondFactors = new SecondFactors();
        signIns.refusals = new BoundedEntries();
        REGISTRY.jdbi().useHandle(tx -> tx.execute("DELETE FROM sign_in_attempts"));
        signIns.person = TestPeople.nobody();
        signIns.person.comesFrom("192.0.2.7");
        accounts.add("a@x", passwords.hash("correct horse".toCharArray()));
        accounts.add("invited@x", null);
    }

    @Test
    void theRightPasswordGivesATokenWhateverTheCaseOfTheEmail() {
        IssuedToken token = signIn(" A@X ", "correct horse");

        assertThat(accounts.kept).containsExactly(token.token());
        assertThat(token.toString()).doesNotContain(token.token());
    }

    @Test
    void wrongUnknownAndInvitedCostAndReadTheSame() {
        List<String> answers = new ArrayList<>();
        for (String email : List.of("a@x", "nobody@x", "invited@x")) {
            int before = passwords.compared;
            answers.add(refused(email, "wrong horse").getMessage());
            assertThat(passwords.compared).as(email).isEqualTo(before + 1);
        }

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(refused("invited@x", "").status()).isEqualTo(401);
        assertThat(accounts.kept).isEmpty();
    }

    @Test
    void guessingIsSlowedBeforeAnyPasswordIsLookedAt() {
        for (int i = 0; i < 5; i++) {
            refused("a@x", "guess " + i);
        }
        int before = passwords.compared;

        assertThatThrownBy(() -> signIn("a@x", "correct horse")).isInstanceOf(TooManyAttemptsException.class);
        assertThat(passwords.compared).isEqualTo(before);

        signIns.person.comesFrom("192.0.2.8");
        assertThat(signIn("a@x", "correct horse").token()).isNotEmpty();
    }

    @Test
    void unknownEmailsAreSlowedLikeKnownOnes() {
        for (int i = 0; i < 5; i++) {
            refused("nobody@x", "guess " + i);
        }
        assertThatThrownBy(() -> signIn("nobody@x", "guess")).isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void failuresAreWrittenDownOnceAMinuteForEachAccountAndNetwork() {
        refused("a@x", "wrong");
        refused("a@x", "wrong again");
        assertThat(accounts.noted).containsExactly("sign-in.refuse");

        signIns.person.comesFrom("192.0.2.8");
        refused("a@x", "wrong");
        refused("somebody@x", "wrong");
        refused("somebody.else@x", "wrong");
        assertThat(accounts.noted).containsExactly("sign-in.refuse", "sign-in.refuse", "sign-in.refuse of nobody");
    }

    @Test
    void anOutdatedHashIsMadeAnewAtSignIn() {
        accounts.add("old@x", OUTDATED);

        signIn("old@x", "password");

        String hash = accounts.byEmail("old@x").orElseThrow().passwordHash();
        assertThat(hash).isNotEqualTo(OUTDATED);
        assertThat(passwords.matches("password".toCharArray(), hash)).isTrue();
        assertThat(passwords.outdated(hash)).isFalse();
    }

    @Test
    void aCurrentHashStays() {
        String before = accounts.byEmail("a@x").orElseThrow().passwordHash();

        signIn("a@x", "correct horse");

        assertThat(accounts.byEmail("a@x").orElseThrow().passwordHash()).isEqualTo(before);
    }

    private IssuedToken signIn(String email, String password) {
        return signIns.signIn(accounts, email, password.toCharArray(), "", TokenWish.usual());
    }

    private UnauthenticatedException refused(String email, String password) {
        return catchThrowableOfType(UnauthenticatedException.class, () -> signIn(email, password));
    }

    private static final class CountingPasswords extends Passwords {
        private int compared;

        @Override
        public boolean matches(char[] password, String encoded) {
            compared++;
            return super.matches(password, encoded);
        }
    }

    private static final class KnownAccounts implements Accounts {
        private final Map<String, Account> byEmail = new HashMap<>();
        private final List<String> kept = new ArrayList<>();
        private final List<String> noted = new ArrayList<>();

        void add(String email, String hash) {
            byEmail.put(email, new Account(UUID.randomUUID(), email, hash, Scopes.STAFF));
        }

        @Override
        public KeyOwner keyOwner() {
            return new KeyOwner.OfPlatform();
        }

        @Override
        public <T> T inTransaction(InTransaction<T> work) {
            return REGISTRY.jdbi().inTransaction(work::call);
        }

        @Override
        public Optional<Account> byEmail(String email) {
            return Optional.ofNullable(byEmail.get(email));
        }

        @Override
        public void rehash(Account account, String hash) {
            add(account.email(), hash);
        }

        @Override
        public BearerToken newToken() {
            return BearerToken.newOperator();
        }

        @Override
        public Actor actor(Account account) {
            return new Actor(Actor.Kind.OPERATOR, account.id().toString(), account.email());
        }

        @Override
        public void note(Handle tx, String action, Object resourceId, Changes changes) {
            noted.add(action + (resourceId.toString().isEmpty() ? " of nobody" : ""));
        }

        @Override
        public void note(Handle tx, Actor who, String action, Object resourceId, Changes changes) {
            note(tx, action, resourceId, changes);
        }

        @Override
        public void keep(Account account, BearerToken token, TokenTerms terms) {
            kept.add(token.text());
        }
    }
}
