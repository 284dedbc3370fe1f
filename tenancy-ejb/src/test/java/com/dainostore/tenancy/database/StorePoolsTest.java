package com.dainostore.tenancy.database;

import static com.dainostore.tenancy.database.TestPools.ask;
import static com.dainostore.tenancy.database.TestStores.execute;
import static com.dainostore.tenancy.database.TestStores.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.NoStoreException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorePoolsTest {
    private static final int LIMIT = 4;
    private static final int CALLERS = 4;

    private static StoreDatabase mine;
    private static StoreDatabase other;

    private final TestPools pools = new TestPools(TestPostgres.servers());
    private final List<StorePool> opened = new ArrayList<>();

    @BeforeAll
    static void twoStores() throws SQLException {
        mine = TestStores.create(StoreDatabase.invent(StoreId.random(), EmbeddedPostgres.ID, LIMIT));
        other = TestStores.create();
    }

    @AfterAll
    static void noTrace() throws SQLException {
        TestStores.databases().drop(mine);
        TestStores.databases().drop(other);
    }

    @AfterEach
    void closePools() {
        opened.forEach(pools::close);
        assertThat(pools.figures(EmbeddedPostgres.ID).inUse()).isZero();
        pools.close();
    }

    private StorePool open(TestPools from, StoreDatabase store) {
        StorePool pool = from.openInOwnScope(store);
        opened.add(pool);
        return pool;
    }

    private StorePool open(StoreDatabase store) {
        return open(pools, store);
    }

    @Test
    void givesConnectionsToItsOwnStoreOnly() throws Exception {
        StorePool pool = pools.open(mine);
        opened.add(pool);

        assertThatThrownBy(() -> ask(pool, "SELECT 1")).isInstanceOf(NoStoreException.class);
        assertThatThrownBy(() -> pools.current().call(TestStores.asStore(other), () -> ask(pool, "SELECT 1")))
                .isInstanceOf(StoreMismatchException.class);
        assertThat(pools.current().call(TestStores.asStore(mine), () -> ask(pool, "SELECT name FROM things")))
                .isEqualTo("thing of " + mine.store());
    }

    @Test
    void cannotBeUnwrapped() {
        assertThatThrownBy(() -> open(mine).dataSource().unwrap(io.agroal.api.AgroalDataSource.class))
                .isInstanceOf(SQLException.class);
    }

    /** The second wall: the row's store comes from the database, the session's from the registry. */
    @Test
    void aPoolThatWasSentToAnotherStoresDatabaseSeesNothing() throws Exception {
        StoreDatabase swapped = new StoreDatabase(
                other.store(),
                mine.serverId(),
                mine.databaseName(),
                mine.ownerRole(),
                mine.applicationRole(),
                mine.applicationPassword(),
                mine.migrationRole(),
                mine.migrationPassword(),
                LIMIT,
                null);

        assertThat(ask(open(swapped), "SELECT count(*) FROM things")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET search_path = pg_catalog | SHOW search_path",
                "SET app.store_id = 'store_of_another' | SHOW app.store_id",
                "SELECT set_config('app.store_id', '', false) | SHOW app.store_id",
                "SELECT set_config('app.store_id', '', false) | SELECT count(*) FROM things",
                "SET statement_timeout = 0 | SHOW statement_timeout",
                "SET TIME ZONE 'Asia/Tokyo' | SHOW TimeZone",
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY | SHOW default_transaction_read_only",
                "SET ROLE NONE | SELECT current_user",
                "LISTEN gossip | SELECT count(*) FROM pg_listening_channels()",
                "SELECT pg_advisory_lock(4711) | SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'",
                "DECLARE c CURSOR WITH HOLD FOR SELECT 1 | SELECT count(*) FROM pg_cursors WHERE name = 'c'",
                "SELECT nextval('things_id_seq') | SELECT pg_sequence_last_value('things_id_seq') > 0"
            })
    void leavesNothingOfItsUserInTheSession(String sql, String look) throws Exception {
        StorePool pool = open(mine);
        String before = ask(pool, look);
        String backend = ask(pool, "SELECT pg_backend_pid()");

        try (Connection connection = pool.dataSource().getConnection()) {
            execute(connection, sql);
        }

        assertThat(ask(pool, look)).isEqualTo(before);
        assertThat(ask(pool, "SELECT pg_backend_pid()")).isEqualTo(backend);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN; INSERT INTO things (name) VALUES ('unfinished')",
                "BEGIN; INSERT INTO things (name) VALUES ('unfinished'); SELECT 1 / 0"
            })
    void closesAConnectionWithATransactionThatItDoesNotKnowOf(String sql) throws Exception {
        StorePool pool = open(mine);
        String backend = ask(pool, "SELECT pg_backend_pid()");
        try (Connection connection = pool.dataSource().getConnection()) {
            try {
                execute(connection, sql);
            } catch (SQLException divided) {
                assertThat(divided.getSQLState()).isEqualTo("22012");
            }
        }

        assertThat(ask(pool, "SELECT pg_backend_pid()")).isNotEqualTo(backend);
        assertThat(ask(pool, "SELECT count(*) FROM things WHERE name = 'unfinished'"))
                .isEqualTo("0");
    }

    @Test
    void letsNobodyMakeTemporaryTables() throws Exception {
        StorePool pool = open(mine);

        assertThatThrownBy(() -> ask(pool, "CREATE TEMP TABLE things (name text)"))
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SELECT 1 / 0"})
    void rollsBackWhatItsUserDidNotFinish(String andThen) throws Exception {
        StorePool pool = open(mine);
        try (Connection connection = pool.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO things (name) VALUES ('unfinished')");
            if (!andThen.isEmpty()) {
                assertThatThrownBy(() -> execute(connection, andThen)).isInstanceOf(SQLException.class);
            }
        }

        assertThat(ask(pool, "SELECT count(*) FROM things WHERE name = 'unfinished'"))
                .isEqualTo("0");
        assertThat(pool.figures().active()).isZero();
    }

    @Test
    void namesTheLimitWhenAllConnectionsAreTaken() throws Exception {
        StorePool pool = open(mine);
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            held.add(pool.dataSource().getConnection());
        }
        assertThat(pool.figures()).isEqualTo(new StorePool.Figures(LIMIT, 0, 0));

        assertThatThrownBy(() -> pool.dataSource().getConnection())
                .isInstanceOfSatisfying(ConnectionsExhaustedException.class, e -> assertThat(e.retryAfter())
                        .isOne())
                .hasMessageContaining("all of its " + LIMIT);

        for (Connection connection : held) {
            connection.close();
        }
        assertThat(ask(pool, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void saysExhaustedWhenPostgresCountsConnectionsOfOtherNodes() throws Exception {
        StorePool pool = open(mine);
        List<Connection> otherNode = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            otherNode.add(TestStores.asApplication(mine));
        }

        assertThatThrownBy(() -> pool.dataSource().getConnection()).isInstanceOf(ConnectionsExhaustedException.class);
        assertThat(pools.figures(EmbeddedPostgres.ID))
                .extracting("inUse", "reachable")
                .containsExactly(0, true);

        for (Connection connection : otherNode) {
            connection.close();
        }
        Poll.until(() -> "1".equals(askQuietly(pool)));
    }

    private static String askQuietly(StorePool pool) throws Exception {
        try {
            return ask(pool, "SELECT 1");
        } catch (ConnectionsExhaustedException notYetGone) {
            return "";
        }
    }

    @Test
    void keepsTheServersBudgetOverAllPoolsWhileEveryCallSucceeds() throws Exception {
        int budget = 3;
        DatabaseServers servers = withBudget(budget);
        List<StorePool> many = new ArrayList<>();
        List<StoreDatabase> stores = new ArrayList<>();
        try (TestPools small = new TestPools(servers)) {
            for (int i = 0; i < 6; i++) {
                stores.add(TestStores.create());
                many.add(small.openInOwnScope(stores.get(i)));
            }
            AtomicInteger peak = new AtomicInteger();
            inParallel(6, worker -> {
                for (int i = 0; i < 25; i++) {
                    StorePool pool = many.get((worker + i) % many.size());
                    assertThat(ask(pool, "SELECT name FROM things")).isEqualTo("thing of " + pool.store());
                    peak.accumulateAndGet(small.figures(EmbeddedPostgres.ID).inUse(), Math::max);
                }
            });
            assertThat(peak.get()).isEqualTo(budget);
            many.forEach(small::close);
            assertThat(small.figures(EmbeddedPostgres.ID).inUse()).isZero();
        } finally {
            for (StoreDatabase store : stores) {
                TestStores.databases().drop(store);
            }
            servers.close();
        }
    }

    @Test
    void saysThatTheBudgetIsUsedUp() throws Exception {
        DatabaseServers servers = withBudget(1);
        try (TestPools small = new TestPools(servers)) {
            StorePool first = small.openInOwnScope(mine);
            StorePool second = small.openInOwnScope(other);
            try (Connection held = first.dataSource().getConnection()) {
                assertThatThrownBy(() -> second.dataSource().getConnection())
                        .isInstanceOf(ConnectionsExhaustedException.class)
                        .hasMessageContaining("All 1 database connections");
                assertThat(held.isValid(1)).isTrue();
            }
            assertThat(ask(second, "SELECT 1")).isEqualTo("1");
            small.close(first);
            small.close(second);
        }
        servers.close();
    }

    private static DatabaseServers withBudget(int budget) {
        ServerAddress real = TestPostgres.address();
        DatabaseServers servers = new DatabaseServers();
        servers.register(new ServerAddress(
                real.id(), real.host(), real.port(), real.adminUser(), real.adminPassword(), "local", budget));
        return servers;
    }

    @Test
    void givesTheBudgetBackWhenALoginFails() {
        StorePool pool = open(mine.withApplicationPassword("wrong").withoutPreviousPassword());

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> pool.dataSource().getConnection())
                    .isInstanceOfSatisfying(StoreUnavailableException.class, e -> assertThat(e.retryAfter())
                            .isEqualTo(5));
        }

        assertThat(pools.figures(EmbeddedPostgres.ID))
                .extracting("inUse", "reachable")
                .containsExactly(0, true);
    }

    @Test
    void changesThePasswordUnderLoadWithoutAFailure() throws Exception {
        StoreDatabase store = TestStores.create();
        StorePool pool = open(store);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                running.add(callers.submit(() -> {
                    while (!done.get()) {
                        ask(pool, "SELECT name FROM things");
                        calls.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (int i = 0; i < 5; i++) {
                StoreDatabase changed = store.withApplicationPassword(StoreDatabase.newPassword());
                pool.rotate(changed.applicationPassword());
                pollUntilEveryCallerCalledAgain(calls, running);
                TestStores.databases().changeApplicationPassword(changed);
                assertThat(opens(store)).isFalse();
                pool.rotate(changed.applicationPassword());
                pollUntilEveryCallerCalledAgain(calls, running);
                store = changed;
            }
            done.set(true);
            for (Future<?> run : running) {
                run.get();
            }
        } finally {
            done.set(true);
            callers.shutdownNow();
            pools.close(pool);
            TestStores.databases().drop(store);
        }
    }

    private static void pollUntilEveryCallerCalledAgain(AtomicInteger calls, List<Future<?>> running) throws Exception {
        int before = calls.get();
        Poll.until(() -> {
            for (Future<?> run : running) {
                if (run.isDone()) {
                    run.get();
                }
            }
            return calls.get() > before + 4 * CALLERS;
        });
    }

    /** Whether the password in {@code store} still opens the door. */
    private static boolean opens(StoreDatabase store) throws SQLException {
        try {
            TestStores.asApplication(store).close();
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("28P01");
            return false;
        }
    }

    @Test
    void replacesAConnectionThatWasLostWhileItLayIdle() throws Exception {
        StorePool pool = open(other);
        String backend = ask(pool, "SELECT pg_backend_pid()");
        try (Connection superuser = TestPostgres.superuser("postgres")) {
            value(superuser, "SELECT pg_terminate_backend(" + backend + ", 5000)");
        }

        AtomicInteger failures = new AtomicInteger();
        Poll.until(() -> {
            try {
                return !backend.equals(ask(pool, "SELECT pg_backend_pid()"));
            } catch (SQLException lost) {
                failures.incrementAndGet();
                return false;
            }
        });

        assertThat(failures.get()).isLessThanOrEqualTo(1);
        assertThat(pools.figures(EmbeddedPostgres.ID).reachable()).isTrue();
    }

    private interface Work {
        void run(int worker) throws Exception;
    }

    private static void inParallel(int workers, Work work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                tasks.add(() -> {
                    work.run(worker);
                    return null;
                });
            }
            for (Future<Void> result : executor.invokeAll(tasks)) {
                result.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
