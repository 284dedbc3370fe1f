package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.scope.StoreId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to the team and to their own accounts is written down, in whose name, and without a secret. */
class PeopleInTheAuditLogTest {
    private static final String EMAIL = "ada@x.example";
    private static final char[] PASSWORD = TestTeam.PASSWORD.toCharArray();
    private static final char[] ANOTHER = "another password".toCharArray();

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static TestTeam team;

    private UUID ada;
    private UUID bob;

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.ofStores();
        team = new TestTeam(database, StoreId.random(), "aurora", folder.resolve("a"));
    }

    @AfterAll
    static void close() throws Exception {
        team.close();
        database.close();
    }

    @BeforeEach
    void people() throws Exception {
        database.run("DELETE FROM people; DELETE FROM roles; DELETE FROM sign_in_attempts");
        ada = team.member(EMAIL, FixedRole.OWNER);
        bob = team.member("bob@x.example", FixedRole.ADMIN);
        team.audit.entries.clear();
        team.audit.actors.clear();
    }

    @Test
    void ownersWhoWaitAreInvitedOnceEach() {
        UUID waiting = team.rows.call(tx -> Members.invite(tx, "olga@x.example", "", FixedRole.OWNER));

        team.team(ada).inviteOwners();
        team.team(ada).inviteOwners();

        assertThat(actions()).containsExactly("person.invite");
        assertThat(team.audit.entries.get(0)).startsWith("person.invite " + waiting);
    }

    @Test
    void whoFollowsALinkIsNamed() {
        Member carl = team.team(ada).invite("carl@x.example", "staff");
        team.accounts().join(team.link(), team.host, "Carl", ANOTHER);
        team.accounts().forgotten("carl@x.example");
        team.accounts().reset(team.link(), team.host, PASSWORD);
        team.own(carl.id()).changeEmail(PASSWORD, "new@x.example");
        team.accounts().confirmEmail(team.link(), team.host);

        assertThat(actions())
                .containsExactly(
                        "person.invite",
                        "person.join",
                        "password.forget",
                        "password.reset",
                        "person.ask-email",
                        "person.change-email");
        String id = carl.id().toString();
        assertThat(team.audit.actors)
                .containsExactly(
                        new Actor(Actor.Kind.STAFF, id, "carl@x.example"),
                        new Actor(Actor.Kind.STAFF, id, "carl@x.example"),
                        new Actor(Actor.Kind.STAFF, id, "new@x.example"));
    }

    @Test
    void aPasswordATokenAndTheStoreChangeHands() {
        team.own(ada).changePassword(PASSWORD, ANOTHER);
        team.own(ada).newToken(new TokenWish("Importer", Set.of(), Optional.empty()));
        UUID token = team.own(ada).tokens().get(0).id();
        team.own(ada).revokeToken(token);
        team.own(ada).handOver(ANOTHER, bob);

        assertThat(actions()).containsExactly("password.change", "token.issue", "token.revoke", "person.hand-over");
        assertThat(team.audit.entries.get(0)).endsWith("{\"password\":{\"changed\":true}}");
        assertThat(team.audit.entries.get(2)).startsWith("token.revoke " + token);
        assertThat(team.audit.entries.get(3))
                .endsWith("{\"owner\":{\"after\":\"bob@x.example\",\"before\":\"ada@x.example\"}}");
    }

    @Test
    void aSecondFactorGoesOnIsUsedIsFailedAndGoesOff() {
        Enrolment enrolment = team.own(ada).beginSecondFactor(PASSWORD);
        List<String> recovery = team.own(ada).confirmSecondFactor(OwnAccountTest.code(enrolment, 0));
        team.signIn(EMAIL, TestTeam.PASSWORD, recovery.get(0));
        assertThatThrownBy(() -> team.signIn(EMAIL, TestTeam.PASSWORD, "000000"))
                .isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> team.signIn(EMAIL, TestTeam.PASSWORD)).isInstanceOf(UnauthenticatedException.class);
        team.own(ada).removeSecondFactor(PASSWORD);

        assertThat(actions())
                .containsExactly(
                        "second-factor.turn-on",
                        "second-factor.use-recovery-code",
                        "token.issue",
                        "sign-in.refuse-code",
                        "second-factor.turn-off");
        assertThat(team.audit.entries).noneMatch(entry -> entry.contains(recovery.get(0)));
        assertThat(team.audit.actors)
                .extracting(Actor::label)
                .as("who is only about to sign in")
                .containsExactly(EMAIL, EMAIL);
    }

    private static List<String> actions() {
        return team.audit.entries.stream().map(entry -> entry.split(" ")[0]).toList();
    }
}
