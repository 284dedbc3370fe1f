package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.audit.BoundedEntries;
import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.scope.ValidationException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OperatorSessionsTest {
    private static final String EMAIL = "operator@localhost";
    private static final String HOST = "shops.test";

    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    @TempDir
    Path home;

    private final OperatorSessions sessions = new OperatorSessions();
    private final Operators operators = new Operators();
    private String password = "";

    private final RecordedAudit audit = new RecordedAudit();

    @BeforeEach
    void firstOperator() throws IOException {
        REGISTRY.jdbi().useHandle(tx -> tx.execute("DELETE FROM operators"));
        operators.registry = REGISTRY.database();
        operators.passwords = new Passwords();
        operators.settings = settings();
        operators.audit = audit.ofPlatform();
        sessions.audit = audit.ofPlatform();
        operators.signIns = new SignIns();
        operators.signIns.passwords = operators.passwords;
        operators.signIns.secondFactors = new SecondFactors();
        operators.signIns.refusals = new BoundedEntries();
        operators.signIns.person = TestPeople.nobody();
        operators.signIns.person.comesFrom("203.0.113.9");
        sessions.registry = REGISTRY.database();
        sessions.signIns = operators.signIns;
        sessions.person = operators.signIns.person;
        operators.ensureFirst();
        password = Files.readString(home.resolve(FirstPassword.FILE)).strip();
    }

    @Test
    void theTokenOfASignInIsTheOperatorsOnThisHostOnly() {
        String token = open();

        OperatorSession session = sessions.find(token, HOST).orElseThrow();
        assertThat(session.operator().email()).isEqualTo(EMAIL);
        assertThat(session.operator().scopes()).isEqualTo(Scopes.OPERATOR);
        assertThat(session.mustChange()).isTrue();
        assertThat(sessions.find(token, "127.0.0.1")).isEmpty();
        assertThat(sessions.find(token, "aurora." + HOST)).isEmpty();
    }

    @Test
    void eachSignInHasATokenAndFormsOfItsOwn() {
        OperatorSession one = sessions.find(open(), HOST).orElseThrow();
        OperatorSession other = sessions.find(open(), HOST).orElseThrow();

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.formToken()).hasSize(43).isNotEqualTo(other.formToken());
    }

    @Test
    void onlyTheHashIsStoredAndTheFormsDoNotTellTheToken() {
        String token = open();

        assertThat(count("hash = sha256('" + token + "'::bytea)")).isEqualTo(1);
        assertThat(count("operator_sessions::text LIKE '%" + token + "%'")).isZero();
        String formToken = sessions.find(token, HOST).orElseThrow().formToken();
        assertThat(formToken).isNotEqualTo(token);
        assertThat(sessions.find(formToken, HOST)).isEmpty();
    }

    @Test
    void aWrongPasswordOpensNothing() {
        assertThatThrownBy(() -> sessions.open(EMAIL, "wrong horse".toCharArray(), "", HOST, ""))
                .isInstanceOf(UnauthenticatedException.class);
        assertThat(count("true")).isZero();
    }

    @Test
    void aSessionEndsWhenItIsIdleOrOldOrRevoked() {
        String token = open();

        change("seen_at = now() - interval '31 minutes'");
        assertThat(sessions.find(token, HOST)).isEmpty();
        change("seen_at = now() - interval '29 minutes'");
        assertThat(sessions.find(token, HOST)).isPresent();
        change("ends_at = now() - interval '1 second'");
        assertThat(sessions.find(token, HOST)).isEmpty();
        change("ends_at = now() + interval '1 minute', revoked_at = now()");
        assertThat(sessions.find(token, HOST)).isEmpty();
        change("revoked_at = NULL");
        assertThat(sessions.find(token, HOST)).isPresent();
    }

    @Test
    void usingASessionKeepsItFromGoingIdle() {
        String token = open();
        change("seen_at = now() - interval '20 minutes'");

        sessions.find(token, HOST);

        assertThat(count("seen_at > now() - interval '1 minute'")).isEqualTo(1);
    }

    @Test
    void aSessionEndsTwelveHoursAfterTheSignInWhateverHappens() {
        open();
        assertThat(count("ends_at - created_at = interval '12 hours'")).isEqualTo(1);
    }

    @Test
    void theListShowsWhatIsAliveAndWhereItCameFrom() {
        String token = open();
        String ended = open();
        UUID operator = sessions.find(token, HOST).orElseThrow().operator().id();
        sessions.end(operator, sessions.find(ended, HOST).orElseThrow().id());

        List<SignedIn> list = sessions.of(operator);
        assertThat(list).hasSize(1);
        assertThat(list.get(0).address()).isEqualTo("203.0.113.9");
        assertThat(list.get(0).userAgent()).isEqualTo("A browser").hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        String token = open();
        UUID session = sessions.find(token, HOST).orElseThrow().id();

        assertThat(sessions.end(UUID.randomUUID(), session)).isFalse();
        assertThat(sessions.find(token, HOST)).isPresent();
        assertThat(sessions.end(
                        sessions.find(token, HOST).orElseThrow().operator().id(), session))
                .isTrue();
        assertThat(sessions.find(token, HOST)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndTheGeneratedOnesFile() {
        String token = open();
        String other = open();

        operators.changePassword(
                sessions.find(token, HOST).orElseThrow(), password.toCharArray(), "a new password".toCharArray());

        assertThat(sessions.find(token, HOST).orElseThrow().mustChange()).isFalse();
        assertThat(sessions.find(other, HOST)).isEmpty();
        assertThat(home.resolve(FirstPassword.FILE)).doesNotExist();
        assertThatThrownBy(this::open).isInstanceOf(UnauthenticatedException.class);
        password = "a new password";
        assertThat(sessions.find(open(), HOST)).isPresent();
    }

    @Test
    void theFileStaysWhileItsPasswordIsInUse() {
        OperatorSession session = sessions.find(open(), HOST).orElseThrow();

        refused("current", session, "wrong horse", "a new password");
        refused("wanted", session, password, "short");
        refused("wanted", session, password, password);

        assertThat(home.resolve(FirstPassword.FILE)).exists();
        assertThat(sessions.find(open(), HOST).orElseThrow().mustChange()).isTrue();
    }

    private void refused(String field, OperatorSession session, String current, String wanted) {
        assertThatThrownBy(() -> operators.changePassword(session, current.toCharArray(), wanted.toCharArray()))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        e -> assertThat(e.errors().get(0).field()).isEqualTo(field));
    }

    private String open() {
        return sessions.open(EMAIL, password.toCharArray(), "", HOST, " A\tbrowser" + " ".repeat(400));
    }

    private InstallationSettings settings() {
        return new InstallationSettings(
                8080,
                home,
                "localhost",
                URI.create("http://localhost:8080"),
                List.of(),
                Optional.empty(),
                EMAIL,
                Optional.empty(),
                home.resolve("../master.key"),
                Optional.empty(),
                false);
    }

    private static void change(String values) {
        REGISTRY.jdbi().useHandle(tx -> tx.execute("UPDATE operator_sessions SET " + values));
    }

    private static long count(String where) {
        return REGISTRY.jdbi().withHandle(tx -> tx.select("SELECT count(*) FROM operator_sessions WHERE " + where)
                .mapTo(Long.class)
                .one());
    }
}
