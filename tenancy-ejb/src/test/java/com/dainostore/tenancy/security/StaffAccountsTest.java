package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NoStoreException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.security.Person.Staff;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both stores lie in one database here, so that only row security and the checks before it keep them apart. */
class StaffAccountsTest {
    private static final String HASH = new Passwords().hash("correct horse".toCharArray());
    private static final StoreId A = StoreId.random();
    private static final StoreId B = StoreId.random();

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static TestTeam team;

    private final Passwords passwords = new Passwords();
    private StaffAccounts staff;

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.ofStores();
        team = new TestTeam(database, A, "aurora", folder);
    }

    @AfterAll
    static void close() throws Exception {
        team.close();
        database.close();
    }

    @BeforeEach
    void enterStoreA() throws Exception {
        database.run("DELETE FROM people; DELETE FROM roles; DELETE FROM sign_in_attempts");
        staff = team.accounts();
    }

    @Test
    void theOwnerOfANewStoreSignsIn() throws Exception {
        createOwner(A, "Owner@x", HASH);

        IssuedToken token = signIn("owner@x", "correct horse");

        assertThat(token.token()).startsWith("dst_" + A.suffix() + "_");
        Staff owner = authenticate(token).orElseThrow();
        assertThat(owner.store()).isEqualTo(A);
        assertThat(owner.email()).isEqualTo("Owner@x");
        assertThat(owner.scopes()).isEqualTo(Scopes.STAFF);
    }

    @Test
    void anInvitedOwnerHasNoPasswordYet() throws Exception {
        createOwner(A, "owner@x", null);

        assertThatThrownBy(() -> signIn("owner@x", "")).isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> signIn("owner@x", "null")).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void makingTheOwnerAgainChangesNothing() throws Exception {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.connection(A)) {
            staff.createOwner(connection, id, "owner@x", HASH);
            staff.createOwner(connection, id, "owner@x", null);
            staff.createOwner(connection, UUID.randomUUID(), "OWNER@x", null);
        }

        assertThat(signIn("owner@x", "correct horse").token()).isNotEmpty();
    }

    @Test
    void theOwnerOfAnotherStoreIsUnknownHere() throws Exception {
        createOwner(B, "owner@x", HASH);

        assertThatThrownBy(() -> signIn("owner@x", "correct horse")).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void aTokenOfAnotherStoreIsRefusedBeforeAnythingIsLookedUp() {
        BearerToken ofB = BearerToken.newStaff(B);
        staff.rows = null;

        assertThatThrownBy(() -> staff.authenticate(ofB, B)).isInstanceOf(StoreMismatchException.class);
    }

    @Test
    void withoutAStoreNobodyIsLookedUp() {
        staff.current = new CurrentStore();
        staff.rows = null;

        assertThatThrownBy(() -> staff.authenticate(BearerToken.newStaff(A), A)).isInstanceOf(NoStoreException.class);
        assertThatThrownBy(() -> signIn("owner@x", "correct horse")).isInstanceOf(NoStoreException.class);
    }

    @Test
    void anExpiredOrRevokedTokenIsNobodys() throws Exception {
        createOwner(A, "owner@x", HASH);
        IssuedToken token = signIn("owner@x", "correct horse");

        update("UPDATE person_tokens SET revoked_at = now()");
        assertThat(authenticate(token)).isEmpty();
        update("UPDATE person_tokens SET revoked_at = NULL, expires_at = now() - interval '1 second'");
        assertThat(authenticate(token)).isEmpty();
        update("UPDATE person_tokens SET expires_at = now() + interval '1 minute'");
        assertThat(authenticate(token)).isPresent();
        assertThat(staff.authenticate(BearerToken.newStaff(A), A)).isEmpty();
    }

    @Test
    void aTokenLosesWhatTheRoleNoLongerAllows() throws Exception {
        createOwner(A, "owner@x", HASH);
        IssuedToken token = signIn("owner@x", "correct horse");

        update("UPDATE people SET role = 'read_only'");

        Staff person = authenticate(token).orElseThrow();
        assertThat(person.role()).isEqualTo(FixedRole.READ_ONLY);
        assertThat(person.may(Area.CATALOG, Level.VIEW)).isTrue();
        assertThat(person.may(Area.CATALOG, Level.EDIT)).isFalse();
    }

    @Test
    void somebodyWithARoleOfTheStoreMayDoWhatItSays() throws Exception {
        createOwner(A, "owner@x", HASH);
        IssuedToken token = signIn("owner@x", "correct horse");
        UUID role = UUID.randomUUID();

        update("INSERT INTO roles (id, name, permissions) VALUES ('" + role
                + "', 'Packer', '{orders:edit,catalog:view}')");
        update("UPDATE people SET role = 'custom', role_id = '" + role + "', name = 'Ada'");

        Staff person = authenticate(token).orElseThrow();
        assertThat(person.role())
                .isEqualTo(new CustomRole(role, "Packer", Permissions.parse("orders:edit catalog:view"), 1));
        assertThat(person.name()).isEqualTo("Ada");
        assertThat(person.may(Area.ORDERS, Level.EDIT)).isTrue();
        assertThat(person.may(Area.TEAM, Level.VIEW)).isFalse();
        assertThat(signIn("owner@x", "correct horse").token()).isNotEmpty();
    }

    @Test
    void whoWasSentAwayNeitherSignsInNorUsesATokenAnyMore() throws Exception {
        createOwner(A, "owner@x", HASH);
        IssuedToken token = signIn("owner@x", "correct horse");

        update("UPDATE people SET deactivated_at = now()");

        assertThat(authenticate(token)).isEmpty();
        assertThatThrownBy(() -> signIn("owner@x", "correct horse")).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void theTokenKeepsItsScopesAndItsEnd() throws Exception {
        createOwner(A, "owner@x", HASH);
        IssuedToken token = staff.signIn(
                "owner@x",
                "correct horse".toCharArray(),
                "",
                new TokenWish("", Set.of("products:read"), Optional.of(Duration.ofMinutes(5))));

        assertThat(authenticate(token).orElseThrow().scopes()).containsExactly("products:read");
        assertThat(team.query(
                        "SELECT count(*) FROM person_tokens WHERE expires_at = to_timestamp("
                                + token.expiresAt().getEpochSecond() + ") AND hash = sha256('" + token.token()
                                + "'::bytea)",
                        Integer.class))
                .isEqualTo(1);
    }

    @Test
    void anOutdatedHashIsMadeAnewInTheStore() throws Exception {
        createOwner(
                A, "owner@x", "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc");

        signIn("owner@x", "password");

        String hash = staff.accounts().byEmail("owner@x").orElseThrow().passwordHash();
        assertThat(passwords.outdated(hash)).isFalse();
        assertThat(passwords.matches("password".toCharArray(), hash)).isTrue();
    }

    @Test
    void bothKindsOfTokensAreToldApartByTheirText() throws Exception {
        createOwner(A, "owner@x", HASH);
        BearerTokens tokens = new BearerTokens();
        tokens.staff = staff;
        String ofA = signIn("owner@x", "correct horse").token();

        assertThat(tokens.claimedStore(ofA)).contains(A);
        assertThat(tokens.claimedStore(BearerToken.newStaff(B).text())).contains(B);
        assertThat(tokens.claimedStore(BearerToken.newOperator().text())).isEmpty();
        assertThat(tokens.claimedStore("nonsense")).isEmpty();
        assertThat(tokens.authenticate(ofA)).get().isInstanceOf(Staff.class);
        assertThat(tokens.authenticate("nonsense")).isEmpty();
    }

    private void createOwner(StoreId store, String email, String hash) throws Exception {
        try (Connection connection = database.connection(store)) {
            staff.createOwner(connection, UUID.randomUUID(), email, hash);
        }
    }

    private IssuedToken signIn(String email, String password) {
        return staff.signIn(email, password.toCharArray(), "", TokenWish.usual());
    }

    private Optional<Staff> authenticate(IssuedToken token) {
        return staff.authenticate(BearerToken.parse(token.token()).orElseThrow(), A);
    }

    private void update(String sql) {
        assertThat(team.update(sql)).isEqualTo(1);
    }
}
