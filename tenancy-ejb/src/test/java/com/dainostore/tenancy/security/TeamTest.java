package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Person.Staff;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two stores in one database, so that only row security and the checks before it keep their teams apart. */
class TeamTest {
    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static TestTeam aurora;
    private static TestTeam basalt;

    private UUID owner;
    private UUID admin;
    private UUID manager;

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
        owner = aurora.member("owner@x.example", FixedRole.OWNER);
        admin = aurora.member("admin@x.example", FixedRole.ADMIN);
        manager = aurora.member("manager@x.example", FixedRole.MANAGER);
    }

    @Test
    void whoIsInvitedJoinsByTheLinkAndSignsIn() {
        Member invited = aurora.team(admin).invite(" Ada@X.Example ", "staff");

        assertThat(invited.state()).isEqualTo(Member.State.INVITED);
        assertThat(aurora.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to().text()).isEqualTo("Ada@x.example");
            assertThat(mail.text()).contains("https://aurora.shops.test:8443/admin/merchant/join?link=");
        });
        assertThat(aurora.accounts().invited(aurora.link(), aurora.host)).contains("Ada@x.example");

        aurora.accounts().join(aurora.link(), aurora.host, "Ada", "a long password".toCharArray());

        Staff ada = aurora.authenticate(aurora.signIn("ada@x.example", "a long password"))
                .orElseThrow();
        assertThat(ada.role()).isEqualTo(FixedRole.STAFF);
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(aurora.find(ada.id()).state()).isEqualTo(Member.State.ACTIVE);
    }

    @Test
    void newsGoToTheOwnersWhoHaveJoinedAndToNobodyElse() {
        basalt.member("owner@y.example", FixedRole.OWNER);
        aurora.team(owner).invite("late@x.example", "owner");
        aurora.mails.clear();

        aurora.team(aurora.request(new Person.Work(aurora.store, "news")))
                .tellOwners(new OwnersNews("news", "Something happened", "What to do."));

        assertThat(aurora.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to().text()).isEqualTo("owner@x.example");
            assertThat(mail.subject()).isEqualTo("Something happened");
            assertThat(mail.text()).isEqualTo("What to do.");
        });
        assertThatThrownBy(() -> aurora.team(manager).tellOwners(new OwnersNews("news", "Lies", "Lies.")))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void anInvitationWorksOnceAtItsOwnStoreAndHostUntilItExpires() {
        aurora.team(admin).invite("ada@x.example", "staff");
        String link = aurora.link();

        assertDead(() -> basalt.accounts().join(link, basalt.host, "Eve", "a long password".toCharArray()));
        assertDead(() -> basalt.accounts().join(link, aurora.host, "Eve", "a long password".toCharArray()));
        assertDead(() -> aurora.accounts().join(link, basalt.host, "Eve", "a long password".toCharArray()));
        assertDead(() -> aurora.accounts().reset(link, aurora.host, "a long password".toCharArray()));
        assertDead(() -> aurora.accounts().confirmEmail(link, aurora.host));
        assertDead(() -> aurora.accounts().join("", aurora.host, "Eve", "a long password".toCharArray()));
        aurora.update("UPDATE links SET expires_at = now() - interval '1 second'");
        assertDead(() -> aurora.accounts().join(link, aurora.host, "Ada", "a long password".toCharArray()));
        aurora.update("UPDATE links SET expires_at = now() + interval '1 minute'");

        aurora.accounts().join(link, aurora.host, "Ada", "a long password".toCharArray());

        assertDead(() -> aurora.accounts().join(link, aurora.host, "Eve", "another password".toCharArray()));
        assertThat(aurora.signIn("ada@x.example", "a long password").token()).isNotEmpty();
    }

    @Test
    void aSecondInvitationEndsTheFirst() {
        UUID ada = aurora.team(admin).invite("ada@x.example", "staff").id();
        String first = aurora.link();
        aurora.team(admin).inviteAgain(ada);

        assertThat(aurora.accounts().invited(first, aurora.host)).isEmpty();
        assertThat(aurora.accounts().invited(aurora.link(), aurora.host)).isPresent();
        assertThatThrownBy(() -> aurora.team(admin).inviteAgain(manager)).isInstanceOf(ValidationException.class);
    }

    @Test
    void onlyTheHashOfALinkIsStored() {
        aurora.team(admin).invite("ada@x.example", "staff");

        assertThat(aurora.query(
                        "SELECT count(*) FROM links WHERE CAST(links AS text) LIKE '%" + aurora.link() + "%'",
                        Integer.class))
                .isZero();
    }

    @Test
    void theFirstOwnerIsInvitedByThePlatformOnce() throws Exception {
        database.run("DELETE FROM people");
        UUID first = UUID.randomUUID();
        try (Connection connection = database.connection(aurora.store)) {
            aurora.accounts().createOwner(connection, first, "first@x.example", null);
        }
        Team platform = aurora.team(aurora.request(new Person.Work(aurora.store, InviteOwnerJob.KIND)));

        platform.inviteOwners();
        platform.inviteOwners();

        assertThat(aurora.mails).hasSize(1);
        aurora.accounts().join(aurora.link(), aurora.host, "First", "a long password".toCharArray());
        platform.inviteOwners();
        assertThat(aurora.mails).hasSize(1);
        assertThat(aurora.find(first).state()).isEqualTo(Member.State.ACTIVE);
    }

    @Test
    void anEmailIsInvitedOnce() {
        assertThatThrownBy(() -> aurora.team(admin).invite("OWNER@x.example", "staff"))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> aurora.team(admin).invite("no address", "staff"))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> aurora.team(admin).invite("ada@x.example", "emperor"))
                .isInstanceOf(ValidationException.class);
        basalt.member("same@x.example", FixedRole.OWNER);
        assertThat(aurora.mails).isEmpty();
    }

    @Test
    void nobodyDecidesAboutMoreThanTheyMayDoThemselves() {
        CustomRole recruiter = aurora.team(owner).addRole("Recruiter", Permissions.parse("team:full catalog:view"));
        UUID eve = aurora.member("eve@x.example", recruiter);
        UUID staff = aurora.member("staff@x.example", FixedRole.STAFF);

        assertForbidden(() -> aurora.team(eve).invite("new@x.example", "staff"));
        assertForbidden(() -> aurora.team(eve).invite("new@x.example", "owner"));
        assertForbidden(() -> aurora.team(eve).give(eve, "admin"));
        assertForbidden(() -> aurora.team(eve).give(staff, recruiter.key()));
        assertForbidden(() -> aurora.team(eve).deactivate(staff));
        assertForbidden(() -> aurora.team(eve).remove(admin));
        assertForbidden(() -> aurora.team(eve)
                .changeRole(recruiter.id(), "Recruiter", Permissions.parse("team:full catalog:full"), null));
        assertForbidden(() -> aurora.team(eve).addRole("All", FixedRole.ADMIN.permissions()));
        assertThat(aurora.team(eve).invite("new@x.example", recruiter.key()).role())
                .isEqualTo(recruiter);
    }

    @Test
    void onlyOwnersDecideWhoIsAnOwner() {
        assertForbidden(() -> aurora.team(admin).give(admin, "owner"));
        assertForbidden(() -> aurora.team(admin).invite("new@x.example", "owner"));
        assertForbidden(() -> aurora.team(admin).give(owner, "staff"));
        assertForbidden(() -> aurora.team(admin).deactivate(owner));
        assertForbidden(() -> aurora.team(admin).remove(owner));

        assertThat(aurora.team(owner).give(manager, "owner").role()).isEqualTo(FixedRole.OWNER);
    }

    @Test
    void aTokenThatIsLimitedHandsOnNoMoreThanItAllows() {
        Staff limited = aurora.rows
                .call(tx -> People.active(tx, owner))
                .orElseThrow()
                .staff(aurora.store, Set.of("team:read", "team:write"));
        Team team = aurora.team(aurora.request(limited));

        assertForbidden(() -> team.invite("new@x.example", "staff"));
        assertForbidden(() -> team.invite("new@x.example", "owner"));
        assertForbidden(() -> team.give(admin, "read_only"));
        assertThat(team.addRole("Recruiter", Permissions.parse("team:full")).label())
                .isEqualTo("Recruiter");
    }

    @Test
    void theLastOwnerStaysOne() {
        assertThatThrownBy(() -> aurora.team(owner).give(owner, "admin")).isInstanceOf(LastOneException.class);
        UUID second = aurora.team(owner).invite("second@x.example", "owner").id();
        assertThatThrownBy(() -> aurora.team(owner).give(owner, "admin"))
                .as("who is only invited is no owner yet")
                .isInstanceOf(LastOneException.class);
        assertForbidden(() -> aurora.team(owner).deactivate(owner));
        assertForbidden(() -> aurora.team(owner).remove(owner));

        aurora.accounts().join(aurora.link(), aurora.host, "Second", "a long password".toCharArray());
        assertThat(aurora.team(owner).give(owner, "admin").role()).isEqualTo(FixedRole.ADMIN);
        assertThatThrownBy(() -> aurora.team(second).give(second, "admin")).isInstanceOf(LastOneException.class);
    }

    @Test
    void ofTwoOwnersWhoSendEachOtherAwayAtOnceOneStays() throws Exception {
        UUID second = aurora.member("second@x.example", FixedRole.OWNER);
        Team ofSecond = aurora.team(second);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Throwable> late = aurora.rows.call(tx -> {
                Members.lock(tx);
                tx.execute("UPDATE people SET deactivated_at = now() WHERE id = ?", second);
                Future<Throwable> other = thread.submit(() -> catchThrowable(() -> ofSecond.deactivate(owner)));
                while (!other.isDone() && !somebodyWaits(tx)) {
                    Thread.onSpinWait();
                }
                return other;
            });
            assertThat(late.get(30, TimeUnit.SECONDS)).isInstanceOf(LastOneException.class);
        } finally {
            thread.shutdown();
        }
        assertThat(aurora.query(
                        "SELECT count(*) FROM people WHERE role = 'owner' AND deactivated_at IS NULL", Integer.class))
                .isEqualTo(1);
    }

    private static boolean somebodyWaits(Handle tx) {
        return tx.createQuery("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .mapTo(Boolean.class)
                .one();
    }

    @Test
    void whoWasSentAwayHasNoTokensAndComesBackWithThePassword() {
        IssuedToken token = aurora.signIn("manager@x.example", TestTeam.PASSWORD);

        assertThat(aurora.team(admin).deactivate(manager).state()).isEqualTo(Member.State.DEACTIVATED);
        assertThat(aurora.authenticate(token)).isEmpty();
        assertThatThrownBy(() -> aurora.signIn("manager@x.example", TestTeam.PASSWORD))
                .isInstanceOf(UnauthenticatedException.class);

        assertThat(aurora.team(admin).reactivate(manager).state()).isEqualTo(Member.State.ACTIVE);
        assertThat(aurora.authenticate(token)).isEmpty();
        assertThat(aurora.signIn("manager@x.example", TestTeam.PASSWORD).token())
                .isNotEmpty();
    }

    @Test
    void whoIsRemovedIsGoneWithTheirTokens() {
        IssuedToken token = aurora.signIn("manager@x.example", TestTeam.PASSWORD);

        aurora.team(admin).remove(manager);

        assertThat(aurora.authenticate(token)).isEmpty();
        assertThatThrownBy(() -> aurora.team(admin).person(manager)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void thePeopleAndRolesOfAnotherStoreAreNobodyAndNothingHere() {
        UUID stranger = basalt.member("stranger@x.example", FixedRole.STAFF);
        UUID boss = basalt.member("boss@x.example", FixedRole.OWNER);
        CustomRole foreign = basalt.team(boss).addRole("Foreign", Permissions.parse("catalog:view"));

        assertThatThrownBy(() -> aurora.team(owner).person(stranger)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> aurora.team(owner).give(stranger, "admin")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> aurora.team(owner).deactivate(stranger)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> aurora.team(owner).remove(stranger)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> aurora.team(owner).give(manager, foreign.key()))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> aurora.team(owner).changeRole(foreign.id(), "Mine", Permissions.NOTHING, null))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> aurora.team(owner).removeRole(foreign.id())).isInstanceOf(NotFoundException.class);
        assertThat(aurora.team(owner).people()).extracting(Member::id).doesNotContain(stranger, boss);
        assertThat(aurora.team(owner).roles()).extracting(Role::label).doesNotContain("Foreign");
        assertThat(basalt.find(stranger).state()).isEqualTo(Member.State.ACTIVE);
    }

    @Test
    void aRoleOfTheStoreIsKeptChangedAndRemovedWhenNobodyHasIt() {
        Team team = aurora.team(owner);
        CustomRole packer = team.addRole(" Packer ", Permissions.parse("orders:edit"));
        team.give(manager, packer.key());

        assertThat(packer.label()).isEqualTo("Packer");
        assertThatThrownBy(() -> team.addRole("PACKER", Permissions.NOTHING)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> team.addRole("owner", Permissions.NOTHING)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> team.removeRole(packer.id())).isInstanceOf(ValidationException.class);
        team.changeRole(packer.id(), "Packer", Permissions.parse("orders:full"), packer.version());
        assertThat(aurora.request(manager).get()).isInstanceOfSatisfying(Staff.class, staff -> {
            assertThat(staff.may(Area.ORDERS, Level.FULL)).isTrue();
            assertThat(staff.may(Area.CATALOG, Level.VIEW)).isFalse();
        });

        team.give(manager, "staff");
        team.removeRole(packer.id());
        assertThat(team.roles()).containsExactly(FixedRole.values());
    }

    @Test
    void aChangeOfARoleThatWasChangedMeanwhileIsRefused() {
        Team team = aurora.team(owner);
        CustomRole packer = team.addRole("Packer", Permissions.parse("orders:edit"));
        team.changeRole(packer.id(), "Packer", Permissions.parse("orders:view"), packer.version());

        assertThatThrownBy(() ->
                        team.changeRole(packer.id(), "Packer", Permissions.parse("orders:full"), packer.version()))
                .isInstanceOf(RoleChangedException.class);

        assertThat(team.role(packer.key()).permissions()).isEqualTo(Permissions.parse("orders:view"));
    }

    @Test
    void itIsKnownHowManyHaveARoleAndWhenSomebodyWasSeenLast() {
        Team team = aurora.team(owner);
        CustomRole packer = team.addRole("Packer", Permissions.parse("orders:edit"));
        aurora.member("one@x.example", packer);
        aurora.member("two@x.example", packer);
        assertThat(aurora.find(manager).seenAt()).isEmpty();

        aurora.authenticate(aurora.signIn("manager@x.example", TestTeam.PASSWORD));

        assertThat(aurora.find(manager).seenAt()).isPresent();
        assertThat(team.holders())
                .containsOnly(entry("owner", 1), entry("admin", 1), entry("manager", 1), entry(packer.key(), 2));
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ForbiddenException.class);
    }

    private static void assertDead(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotFoundException.class).hasMessageContaining("link");
    }
}
