package com.dainostore.tenancy.database;

import static com.dainostore.tenancy.database.TestPools.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers; one dies. */
class ServerDownTest {
    private static final Duration AT_ONCE = Duration.ofMillis(50);
    private static final String SECOND = "second";

    @TempDir
    Path home;

    private final EmbeddedPostgres second = new EmbeddedPostgres();
    private final DatabaseServers servers = new DatabaseServers();
    private final TestPools pools = new TestPools(servers);
    private StoreDatabase here;
    private StoreDatabase there;

    @BeforeEach
    void aStoreOnEachServer() throws Exception {
        TestPostgres.lendBinaries(home);
        ServerAddress address = second.start(home);
        servers.register(TestPostgres.address());
        servers.register(new ServerAddress(
                SECOND, address.host(), address.port(), "postgres", address.adminPassword(), "local", 10));
        here = TestStores.create();
        there = StoreDatabase.invent(StoreId.random(), SECOND, 5);
        StoreDatabases databases = TestStores.databases(servers);
        TestStores.buildTemplate(databases, SECOND, "tmpl");
        databases.createRoles(there);
        databases.createFromTemplate(there, "tmpl");
        databases.open(there).close();
    }

    @AfterEach
    void end() throws SQLException {
        pools.close();
        TestStores.databases().drop(here);
        servers.close();
        second.stop();
    }

    @Test
    void itsStoresAreRefusedAtOnceWhileTheOthersAnswerAndComeBackByThemselves() throws Exception {
        StorePool alive = pools.openInOwnScope(here);
        StorePool dying = pools.openInOwnScope(there);
        assertThat(ask(dying, "SELECT 1")).isEqualTo("1");

        ProcessHandle.of(new ServerFolder(home).livePid().orElseThrow())
                .orElseThrow()
                .destroyForcibly();
        Poll.until(() -> !isAnswered(dying) && !pools.figures(SECOND).reachable());

        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> dying.dataSource().getConnection())
                    .isInstanceOfSatisfying(StoreUnavailableException.class, e -> assertThat(e.retryAfter())
                            .isEqualTo(5));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
        }
        assertThat(ask(alive, "SELECT name FROM things")).isEqualTo("thing of " + here.store());
        assertThat(pools.figures(EmbeddedPostgres.ID).reachable()).isTrue();

        second.revive();
        Poll.until(() -> pools.figures(SECOND).reachable());
        assertThat(ask(dying, "SELECT 1")).isEqualTo("1");

        pools.close(dying);
        pools.close(alive);
        assertThat(pools.figures(SECOND).inUse()).isZero();
    }

    private static boolean isAnswered(StorePool pool) throws Exception {
        try (Connection connection = pool.dataSource().getConnection()) {
            return TestStores.value(connection, "SELECT 1").equals("1");
        } catch (SQLException | StoreUnavailableException down) {
            return false;
        }
    }
}
