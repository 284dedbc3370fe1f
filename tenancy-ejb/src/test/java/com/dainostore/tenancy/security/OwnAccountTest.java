package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.SealBrokenException;
import com.dainostore.tenancy.mail.MailMessage;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnAccountTest {
    private static final String EMAIL = "ada@x.example";
    private static final char[] PASSWORD = TestTeam.PASSWORD.toCharArray();
    private static final char[] ANOTHER = "another password".toCharArray();

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static TestTeam aurora;
    private static TestTeam basalt;

    private UUID ada;
    private UUID bob;

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.ofStores();
        aurora = new TestTeam(database, StoreId.random(), "aurora", folder.resolve("a"));
        basalt = new TestTeam(database, StoreId.random(), "basalt", folder.resolve("b"));
    }

    @AfterAll
    static void close() throws Exception {
        aurora.close();
        basalt.close();
        database.close();
    }

    @BeforeEach
    void people() throws Exception {
        database.run("DELETE FROM people; DELETE FROM roles; DELETE FROM sign_in_attempts");
        aurora.mails.clear();
        ada = aurora.member(EMAIL, FixedRole.OWNER);
        bob = aurora.member("bob@x.example", FixedRole.READ_ONLY);
    }

    @Test
    void aForgottenPasswordIsChosenAnewByTheLinkOnce() {
        IssuedToken before = aurora.signIn(EMAIL, TestTeam.PASSWORD);
        IssuedToken named = aurora.own(ada).newToken(new TokenWish("Importer", Set.of(), Optional.empty()));
        aurora.accounts().forgotten(" ADA@x.example");
        String link = aurora.link();
        assertThat(aurora.accounts().forgetful(link, aurora.host)).contains(EMAIL);

        assertThatThrownBy(() -> basalt.accounts().reset(link, aurora.host, ANOTHER))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> aurora.accounts().reset(link, basalt.host, ANOTHER))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> aurora.accounts().reset(link, aurora.host, "short".toCharArray()))
                .isInstanceOf(ValidationException.class);
        aurora.accounts().reset(link, aurora.host, ANOTHER);

        assertThatThrownBy(() -> aurora.accounts().reset(link, aurora.host, PASSWORD))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> aurora.signIn(EMAIL, TestTeam.PASSWORD)).isInstanceOf(UnauthenticatedException.class);
        assertThat(aurora.signIn(EMAIL, "another password").token()).isNotEmpty();
        assertThat(aurora.authenticate(before)).isEmpty();
        assertThat(aurora.authenticate(named)).isPresent();
    }

    @Test
    void askingForAnUnknownEmailReadsTheSameAndSendsNothing() {
        basalt.member("carl@x.example", FixedRole.OWNER);

        assertThatCode(() -> {
                    aurora.accounts().forgotten("nobody@x.example");
                    aurora.accounts().forgotten("carl@x.example");
                    aurora.accounts().forgotten("");
                })
                .doesNotThrowAnyException();
        assertThat(aurora.mails).isEmpty();
    }

    @Test
    void nobodyIsFloodedWithMails() {
        for (int i = 0; i < 4; i++) {
            aurora.accounts().forgotten(EMAIL);
        }
        assertThat(aurora.mails).hasSize(1);
        aurora.accounts().forgotten(EMAIL);
        assertThatThrownBy(() -> aurora.accounts().forgotten(EMAIL)).isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void aChangedPasswordEndsTheSignInsBeforeAndIsTold() {
        IssuedToken before = aurora.signIn(EMAIL, TestTeam.PASSWORD);
        aurora.accounts().forgotten(EMAIL);
        String reset = aurora.link();

        assertField("current", () -> aurora.own(ada).changePassword("wrong".toCharArray(), ANOTHER));
        assertField("wanted", () -> aurora.own(ada).changePassword(PASSWORD, PASSWORD));
        assertField("wanted", () -> aurora.own(ada).changePassword(PASSWORD, "short".toCharArray()));
        aurora.own(ada).changePassword(PASSWORD, ANOTHER);

        assertThat(aurora.authenticate(before)).isEmpty();
        assertThat(aurora.accounts().forgetful(reset, aurora.host)).isEmpty();
        assertThat(aurora.mails).extracting(MailMessage::kind).contains("password-changed");
    }

    @Test
    void anotherEmailCountsWhenItIsConfirmedAndTheOldOneIsTold() {
        assertField("current", () -> aurora.own(ada).changeEmail("wrong".toCharArray(), "new@x.example"));
        assertField("email", () -> aurora.own(ada).changeEmail(PASSWORD, "bob@x.example"));
        assertField("email", () -> aurora.own(ada).changeEmail(PASSWORD, "nonsense"));
        aurora.own(ada).changeEmail(PASSWORD, "new@x.example");
        String link = aurora.link();
        assertThat(aurora.mails.get(0).to().text()).isEqualTo("new@x.example");
        assertThat(aurora.find(ada).email()).isEqualTo(EMAIL);

        assertThatThrownBy(() -> basalt.accounts().confirmEmail(link, basalt.host))
                .isInstanceOf(NotFoundException.class);
        aurora.accounts().confirmEmail(link, aurora.host);

        assertThat(aurora.find(ada).email()).isEqualTo("new@x.example");
        assertThat(aurora.mails.get(1).to().text()).isEqualTo(EMAIL);
        assertThatThrownBy(() -> aurora.accounts().confirmEmail(link, aurora.host))
                .isInstanceOf(NotFoundException.class);
        assertThat(aurora.signIn("new@x.example", TestTeam.PASSWORD).token()).isNotEmpty();
    }

    @Test
    void anEmailThatSomebodyTookMeanwhileIsNotTakenAgain() {
        aurora.own(ada).changeEmail(PASSWORD, "new@x.example");
        String link = aurora.link();
        aurora.member("NEW@x.example", FixedRole.STAFF);

        assertField("email", () -> aurora.accounts().confirmEmail(link, aurora.host));
    }

    @Test
    void anOwnerHandsTheStoreOverWithTheirPassword() {
        UUID invited = aurora.team(ada).invite("carl@x.example", "staff").id();
        assertField("current", () -> aurora.own(ada).handOver("wrong".toCharArray(), bob));
        assertField("to", () -> aurora.own(ada).handOver(PASSWORD, invited));
        assertField("to", () -> aurora.own(ada).handOver(PASSWORD, ada));
        assertThatThrownBy(() -> aurora.own(bob).handOver(PASSWORD, bob)).isInstanceOf(ForbiddenException.class);
        OwnAccount stale = aurora.own(ada);

        aurora.own(ada).handOver(PASSWORD, bob);

        assertThat(aurora.find(bob).role()).isEqualTo(FixedRole.OWNER);
        assertThat(aurora.find(ada).role()).isEqualTo(FixedRole.ADMIN);
        assertField("to", () -> stale.handOver(PASSWORD, bob));
    }

    @Test
    void tokensAreSeenAndRevokedByTheirOwnerOnly() {
        IssuedToken token = aurora.own(bob)
                .newToken(new TokenWish("Report", Set.of("products:read"), Optional.of(Duration.ofDays(30))));
        KnownToken known = aurora.own(bob).tokens().get(0);
        assertThat(known.name()).isEqualTo("Report");
        assertThat(known.scopes()).containsExactly("products:read");
        assertThat(known.usedAt()).isEmpty();
        assertThat(aurora.authenticate(token)).isPresent();
        assertThat(aurora.own(bob).tokens().get(0).usedAt()).isPresent();

        assertThat(aurora.own(ada).tokens()).isEmpty();
        assertThatThrownBy(() -> aurora.own(ada).revokeToken(known.id())).isInstanceOf(NotFoundException.class);
        UUID carl = basalt.member("carl@x.example", FixedRole.OWNER);
        assertThatThrownBy(() -> basalt.own(carl).revokeToken(known.id())).isInstanceOf(NotFoundException.class);
        assertThat(aurora.authenticate(token)).isPresent();

        aurora.own(bob).revokeToken(known.id());

        assertThat(aurora.authenticate(token)).isEmpty();
        assertThat(aurora.own(bob).tokens()).isEmpty();
    }

    @Test
    void aTokenAllowsNoMoreThanTheRole() {
        assertField("scopes", () -> aurora.own(bob)
                .newToken(new TokenWish("", Set.of("products:write"), Optional.empty())));
        assertField("expiresIn", () -> aurora.own(bob)
                .newToken(new TokenWish("", Set.of(), Optional.of(Duration.ofDays(91)))));
        assertField("name", () -> aurora.own(bob).newToken(new TokenWish("x".repeat(81), Set.of(), Optional.empty())));
    }

    @Test
    void aSecondFactorIsAskedForOnceItIsConfirmed() {
        Enrolment enrolment = aurora.own(ada).beginSecondFactor(PASSWORD);
        assertThat(enrolment.address())
                .startsWith("otpauth://totp/Aurora:ada%40x.example?secret=")
                .endsWith("&issuer=Aurora");
        assertThat(aurora.own(ada).begunSecondFactor()).contains(enrolment);
        assertThat(aurora.signIn(EMAIL, TestTeam.PASSWORD).token()).isNotEmpty();
        assertField("code", () -> aurora.own(ada).confirmSecondFactor("000000"));

        List<String> recovery = aurora.own(ada).confirmSecondFactor(code(enrolment, 0));

        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(aurora.find(ada).secondFactor()).isTrue();
        assertThatThrownBy(() -> aurora.signIn(EMAIL, TestTeam.PASSWORD))
                .isInstanceOfSatisfying(UnauthenticatedException.class, refusal -> assertThat(refusal.type())
                        .isEqualTo("second-factor"));
        assertThatThrownBy(() -> aurora.signIn(EMAIL, TestTeam.PASSWORD, code(enrolment, 0)))
                .as("the code that confirmed is used up")
                .isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> aurora.signIn(EMAIL, "wrong", code(enrolment, 1)))
                .isInstanceOfSatisfying(UnauthenticatedException.class, refusal -> assertThat(refusal.type())
                        .isEqualTo("unauthenticated"));
        assertThat(aurora.signIn(EMAIL, TestTeam.PASSWORD, code(enrolment, 1)).token())
                .isNotEmpty();
        assertThatThrownBy(() -> aurora.signIn(EMAIL, TestTeam.PASSWORD, code(enrolment, 1)))
                .as("a code works once")
                .isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void aRecoveryCodeWorksOnceAndForItsOwnerOnly() {
        Enrolment enrolment = aurora.own(ada).beginSecondFactor(PASSWORD);
        String recovery =
                aurora.own(ada).confirmSecondFactor(code(enrolment, 0)).get(3);
        Enrolment ofBob = aurora.own(bob).beginSecondFactor(PASSWORD);
        aurora.own(bob).confirmSecondFactor(code(ofBob, 0));

        assertThatThrownBy(() -> aurora.signIn("bob@x.example", TestTeam.PASSWORD, recovery))
                .isInstanceOf(UnauthenticatedException.class);
        assertThat(aurora.signIn(EMAIL, TestTeam.PASSWORD, recovery.toUpperCase(Locale.ROOT))
                        .token())
                .isNotEmpty();
        assertThatThrownBy(() -> aurora.signIn(EMAIL, TestTeam.PASSWORD, recovery))
                .isInstanceOf(UnauthenticatedException.class);
        assertThat(aurora.own(ada).recoveryCodes()).isEqualTo(9);
    }

    @Test
    void guessingCodesIsSlowedFromWhereverItComes() {
        Enrolment enrolment = aurora.own(ada).beginSecondFactor(PASSWORD);
        aurora.own(ada).confirmSecondFactor(code(enrolment, 0));
        for (int i = 0; i < 5; i++) {
            CurrentPerson elsewhere = aurora.request();
            elsewhere.comesFrom("198.51.100." + i);
            assertThatThrownBy(() -> aurora.accounts(elsewhere).signIn(EMAIL, PASSWORD, "123456", TokenWish.usual()))
                    .isInstanceOf(UnauthenticatedException.class);
        }
        makeWaitsLong();
        assertThatThrownBy(() -> aurora.signIn(EMAIL, TestTeam.PASSWORD, code(enrolment, 1)))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    /** The first wait is two seconds, which a busy machine may need to get here. Sources that need not wait stay so. */
    private static void makeWaitsLong() {
        aurora.update(
                "UPDATE sign_in_attempts SET held_until = held_until + interval '1 hour' WHERE held_until > last_at");
    }

    @Test
    void theSecondFactorIsTurnedOffWithThePasswordOnly() {
        Enrolment enrolment = aurora.own(ada).beginSecondFactor(PASSWORD);
        aurora.own(ada).confirmSecondFactor(code(enrolment, 0));

        assertField("current", () -> aurora.own(ada).removeSecondFactor("wrong".toCharArray()));
        assertField("code", () -> aurora.own(ada).beginSecondFactor(PASSWORD));
        assertThat(aurora.own(ada).hasSecondFactor()).isTrue();
        aurora.own(ada).removeSecondFactor(PASSWORD);

        assertThat(aurora.signIn(EMAIL, TestTeam.PASSWORD).token()).isNotEmpty();
        assertThat(aurora.query("SELECT count(*) FROM recovery_codes", Integer.class))
                .isZero();
        assertThat(aurora.mails).extracting(MailMessage::kind).containsExactly("second-factor-on", "second-factor-off");
    }

    @Test
    void secretsAndCodesLieSealedOrHashed() {
        Enrolment enrolment = aurora.own(ada).beginSecondFactor(PASSWORD);
        aurora.own(ada).confirmSecondFactor(code(enrolment, 0));
        byte[] sealed = aurora.query("SELECT secret FROM second_factors", byte[].class);

        assertThat(sealed).hasSizeGreaterThan(Totp.SECRET_BYTES);
        assertThatThrownBy(() ->
                        aurora.keys.unseal(new KeyOwner.OfStore(aurora.store), "second-factor", bob.toString(), sealed))
                .isInstanceOf(SealBrokenException.class);
    }

    /** The code of so many steps from now. */
    /** The code that an app shows so many steps from now. */
    static String code(Enrolment enrolment, int steps) {
        byte[] secret = base32(enrolment.secret().replace(" ", ""));
        return Totp.code(secret, TestTeam.NOW.instant().getEpochSecond() / 30 + steps);
    }

    private static byte[] base32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        long held = 0;
        int bits = 0;
        int at = 0;
        for (char letter : text.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }

    private static void assertField(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ValidationException.class, refusal -> assertThat(refusal.errors())
                        .extracting(ValidationException.FieldError::field)
                        .containsExactly(field));
    }
}
