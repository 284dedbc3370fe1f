package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.audit.EntryRows.Kept;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.database.TestPostgres;
import com.dainostore.tenancy.jobs.CurrentJob;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Two stores that write entries. Both lie in one database here, so that only row security and keys keep them apart. */
final class AuditStores implements AutoCloseable {
    final StoreId a = StoreId.random();
    final StoreId b = StoreId.random();
    final Keys keys = new Keys();
    final CurrentActor actor = new CurrentActor();
    final Seals seals = new Seals();
    final SealHints hints = new SealHints();
    private final String name = "audit_" + StoreId.random().suffix();
    private final Map<StoreId, EntityManagerFactory> units;

    AuditStores(Path folder, RegistryDatabase registry) throws Exception {
        keys.open(folder.resolve("master.key"), folder.resolve("home/keys"));
        keys.create(new KeyOwner.OfStore(a));
        keys.create(new KeyOwner.OfStore(b));
        keys.create(new KeyOwner.OfPlatform());
        seals.registry = registry;
        seals.keys = keys;
        hints.registry = registry;
        actor.job = new CurrentJob();
        sql("postgres", "CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
        sql("postgres", "CREATE DATABASE " + name);
        sql(name, "GRANT USAGE ON SCHEMA public TO " + name);
        // As in a store that is there already: what is made gets the application's usual rights.
        sql(name, "ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + name);
        sql(name, "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO " + name);
        try (InputStream file = AuditStores.class.getResourceAsStream("/db/store/040-create-audit-entries.sql")) {
            sql(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
        sql("postgres", "GRANT CONNECT ON DATABASE " + name + " TO " + name);
        units = Map.of(a, unit(a), b, unit(b));
    }

    private EntityManagerFactory unit(StoreId store) {
        return Persistence.createEntityManagerFactory(
                "store",
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        url(store),
                        "jakarta.persistence.jdbc.driver",
                        "org.postgresql.Driver",
                        "eclipselink.logging.level",
                        "WARNING",
                        "eclipselink.session-name",
                        store.value()));
    }

    private String url(StoreId store) {
        ServerAddress server = TestPostgres.address();
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s&options=-c%%20app.store_id=%s"
                .formatted(server.host(), server.port(), name, name, name, store);
    }

    /** A connection of the application's role, as the store's pool makes them. */
    Connection asApplication(StoreId store) throws SQLException {
        return DriverManager.getConnection(url(store));
    }

    /** Writes an entry in a transaction of its own. */
    void record(StoreId store, String action, String resource, Changes changes) {
        in(store, entities -> {
            audit(store, entities).record(action, resource, changes);
            return action;
        });
    }

    Audit audit(StoreId store, EntityManager entities) {
        Audit audit = new Audit();
        audit.entities = entities;
        audit.current = current(store);
        audit.actor = actor;
        audit.keys = keys;
        audit.hints = hints;
        return audit;
    }

    /** The store's entries, each call a transaction of its own as in the container. */
    Trail trail(StoreId store) {
        return new Trail() {
            @Override
            public KeyOwner owner() {
                return new KeyOwner.OfStore(store);
            }

            @Override
            public List<Kept> settled(long fromXact, int limit) {
                return in(store, entities -> plain(store, entities).settled(fromXact, limit));
            }

            @Override
            public List<Kept> between(long fromXact, long toXact) {
                return in(store, entities -> plain(store, entities).between(fromXact, toXact));
            }

            @Override
            public List<Kept> next(long fromXact, int limit) {
                return in(store, entities -> plain(store, entities).next(fromXact, limit));
            }

            @Override
            public List<Kept> search(AuditQuery query) {
                return in(store, entities -> plain(store, entities).search(query));
            }
        };
    }

    StoreTrail plain(StoreId store, EntityManager entities) {
        StoreTrail trail = new StoreTrail();
        trail.entities = entities;
        trail.current = current(store);
        trail.audit = audit(store, entities);
        return trail;
    }

    AuditReport check(Trail trail) {
        AuditCheck check = new AuditCheck();
        check.seals = seals;
        check.keys = keys;
        return check.check(trail);
    }

    <T> T in(StoreId store, Function<EntityManager, T> work) {
        EntityManager entities = units.get(store).createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** A transaction that the caller ends. */
    EntityManager begin(StoreId store, Consumer<Audit> work) {
        EntityManager entities = units.get(store).createEntityManager();
        entities.getTransaction().begin();
        work.accept(audit(store, entities));
        return entities;
    }

    static CurrentStore current(StoreId store) {
        CurrentStore current = new CurrentStore();
        current.enter(new Store(store, "aurora", "Aurora", StoreState.ACTIVE, "basic", "local"));
        return current;
    }

    /** Runs statements as the database's superuser, past row security and grants. */
    void tamper(String sql) throws SQLException {
        sql(name, sql);
    }

    /** The first column of the first row, past row security. */
    String one(String query) throws SQLException {
        try (Connection connection = TestPostgres.superuser(name);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        units.values().forEach(EntityManagerFactory::close);
        sql("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
        sql("postgres", "DROP ROLE " + name);
    }

    private static void sql(String database, String sql) throws SQLException {
        try (Connection connection = TestPostgres.superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
