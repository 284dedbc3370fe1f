package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.audit.BoundedEntries;
import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.installation.StartRefusedException;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.scope.StoreId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OperatorsTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    @TempDir
    Path home;

    @BeforeEach
    void noOperators() {
        jdbi().useHandle(handle -> handle.execute("DELETE FROM operators; DELETE FROM sign_in_attempts"));
    }

    @Test
    void theFirstOperatorSignsInWithThePasswordInTheFile() throws Exception {
        Operators operators = operators(Optional.empty());
        operators.ensureFirst();
        Path file = home.resolve("operator-password");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        IssuedToken token = signIn(operators, Files.readString(file).strip());
        assertThat(authenticate(operators, token))
                .get()
                .extracting(Person.Operator::email, Person.Operator::scopes)
                .containsExactly("operator@localhost", Scopes.OPERATOR);
        assertThat(count("operators WHERE must_change")).isEqualTo(1);
    }

    @Test
    void aConfiguredPasswordIsWrittenNowhere() {
        Operators operators = operators(Optional.of("correct horse"));
        operators.ensureFirst();

        assertThat(signIn(operators, "correct horse").token()).startsWith("dop_");
        assertThat(home).isEmptyDirectory();
        assertThatThrownBy(() -> signIn(operators, "wrong horse")).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void aPasswordThatIsTooShortStopsTheStart() {
        assertThatThrownBy(() -> operators(Optional.of("short")).ensureFirst())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("dainostore.operator.password");
    }

    @Test
    void laterStartsChangeNothing() {
        operators(Optional.of("correct horse")).ensureFirst();
        operators(Optional.of("another horse")).ensureFirst();
        operators(Optional.empty()).ensureFirst();

        assertThat(count("operators")).isEqualTo(1);
        assertThat(home).isEmptyDirectory();
        assertThat(signIn(operators(Optional.empty()), "correct horse").token()).isNotEmpty();
    }

    @Test
    void ofSeveralNodesThatStartAtOnceOneMakesTheOperator() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> node = () -> {
                operators(Optional.of("correct horse")).ensureFirst();
                return null;
            };
            for (var done : threads.invokeAll(List.of(node, node, node, node))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(count("operators")).isEqualTo(1);
    }

    @Test
    void aPasswordFileThatACrashLeftIsUsedAgain() throws Exception {
        operators(Optional.empty()).ensureFirst();
        String password = Files.readString(home.resolve("operator-password"));
        noOperators();

        operators(Optional.empty()).ensureFirst();

        assertThat(Files.readString(home.resolve("operator-password"))).isEqualTo(password);
        assertThat(signIn(operators(Optional.empty()), password.strip()).token())
                .isNotEmpty();
    }

    @Test
    void aPasswordFileOfSomebodyElseStopsTheStart() throws Exception {
        Files.writeString(home.resolve("operator-password"), "\n");

        assertThatThrownBy(() -> operators(Optional.empty()).ensureFirst()).isInstanceOf(StartRefusedException.class);
        assertThat(count("operators")).isZero();
    }

    @Test
    void anExpiredOrRevokedTokenIsNobodys() {
        Operators operators = operators(Optional.of("correct horse"));
        operators.ensureFirst();
        IssuedToken token = signIn(operators, "correct horse");
        assertThat(authenticate(operators, token)).isPresent();

        update("UPDATE operator_tokens SET revoked_at = now()");
        assertThat(authenticate(operators, token)).isEmpty();

        update("UPDATE operator_tokens SET revoked_at = NULL, expires_at = now() - interval '1 second'");
        assertThat(authenticate(operators, token)).isEmpty();

        update("UPDATE operator_tokens SET expires_at = now() + interval '1 minute'");
        assertThat(authenticate(operators, token)).isPresent();
    }

    @Test
    void theTokenKeepsItsScopesAndItsEndAndOnlyItsHashIsStored() {
        Operators operators = operators(Optional.of("correct horse"));
        operators.ensureFirst();
        IssuedToken token = operators.signIn(
                "OPERATOR@localhost",
                "correct horse".toCharArray(),
                "",
                new TokenWish("", Set.of(Scopes.PLATFORM_READ), Optional.of(Duration.ofMinutes(5))));

        assertThat(authenticate(operators, token).orElseThrow().scopes()).containsExactly(Scopes.PLATFORM_READ);
        assertThat(count("operator_tokens WHERE to_timestamp("
                        + token.expiresAt().getEpochSecond() + ") = expires_at"))
                .isEqualTo(1);
        assertThat(count("operator_tokens WHERE hash = sha256('" + token.token() + "'::bytea)"))
                .isEqualTo(1);
        assertThat(operators.authenticate(BearerToken.newOperator())).isEmpty();
        assertThat(operators.authenticate(BearerToken.newStaff(StoreId.random())))
                .isEmpty();
    }

    @Test
    void anOutdatedHashIsMadeAnewInTheRegistry() {
        Operators operators = operators(Optional.of("correct horse"));
        operators.ensureFirst();
        jdbi().useHandle(handle -> handle.execute(
                "UPDATE operators SET password_hash = ?",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"));

        signIn(operators, "password");

        assertThat(count("operators WHERE password_hash LIKE '$argon2id$v=19$m=19456,%'"))
                .isEqualTo(1);
        assertThat(signIn(operators, "password").token()).isNotEmpty();
    }

    private Operators operators(Optional<String> password) {
        Operators operators = new Operators();
        operators.registry = REGISTRY.database();
        operators.passwords = new Passwords();
        operators.settings = new InstallationSettings(
                8080,
                home,
                "localhost",
                URI.create("http://localhost:8080"),
                List.of(),
                Optional.empty(),
                "Operator@localhost".toLowerCase(java.util.Locale.ROOT),
                password,
                home.resolve("../master.key"),
                Optional.empty(),
                false);
        operators.audit = new RecordedAudit().ofPlatform();
        operators.signIns = new SignIns();
        operators.signIns.passwords = operators.passwords;
        operators.signIns.secondFactors = new SecondFactors();
        operators.signIns.refusals = new BoundedEntries();
        operators.signIns.person = TestPeople.nobody();
        return operators;
    }

    private static IssuedToken signIn(Operators operators, String password) {
        return operators.signIn("operator@localhost", password.toCharArray(), "", TokenWish.usual());
    }

    private static Optional<Person.Operator> authenticate(Operators operators, IssuedToken token) {
        return operators.authenticate(BearerToken.parse(token.token()).orElseThrow());
    }

    private static long count(String what) {
        return jdbi().withHandle(handle ->
                handle.select("SELECT count(*) FROM " + what).mapTo(Long.class).one());
    }

    private static void update(String sql) {
        jdbi().useHandle(handle -> handle.execute(sql));
    }

    private static Jdbi jdbi() {
        return REGISTRY.jdbi();
    }
}
