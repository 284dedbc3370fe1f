package com.dainostore.shop.catalog;

import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.database.Poll;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.database.TestPostgres;
import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.registry.StoreSettings;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.security.FixedRole;
import com.dainostore.tenancy.security.TestPeople;
import com.dainostore.tenancy.storage.TestFiles;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.eclipse.persistence.sessions.server.ServerSession;

/** The database of one store with the catalog's tables, used as its application role, without a server around it. */
public final class CatalogDatabase implements AutoCloseable {
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    final StoreId store = StoreId.random();
    final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    final List<String> outbox = new ArrayList<>();
    final RecordedAudit audit = new RecordedAudit();
    final List<CatalogTouched> touches = new ArrayList<>();
    private final String currency;
    private final String ownersUrl;
    private final String url;
    private Locale language = Locale.ENGLISH;
    private final EntityManagerFactory unit;

    CatalogDatabase() {
        this("EUR");
    }

    public CatalogDatabase(String currency) {
        this.currency = currency;
        try {
            ownersUrl = create();
            url = ownersUrl.replaceAll("(user|password)=shop_", "$1=app_shop_");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        unit = unit();
    }

    /** Another store whose rows lie in the same tables, so that only row security parts them. */
    private CatalogDatabase(CatalogDatabase host) {
        currency = host.currency;
        ownersUrl = host.ownersUrl.replace(host.store.value(), store.value());
        url = host.url.replace(host.store.value(), store.value());
        unit = unit();
    }

    public CatalogDatabase neighbour() {
        return new CatalogDatabase(this);
    }

    private EntityManagerFactory unit() {
        EntityManagerFactory made = Persistence.createEntityManagerFactory("store", properties());
        made.unwrap(ServerSession.class).setSessionLog(new Recorder());
        return made;
    }

    /** What was asked of the database, since {@link #forgetStatements}. */
    public List<String> statements() {
        synchronized (statements) {
            return List.copyOf(statements);
        }
    }

    public void forgetStatements() {
        statements.clear();
    }

    public String currency() {
        return currency;
    }

    private String create() throws Exception {
        LIQUIBASE.setLevel(Level.WARNING);
        String name = "shop_" + store.suffix();
        try (Connection superuser = TestPostgres.superuser("postgres")) {
            execute(superuser, "CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
            execute(superuser, "CREATE ROLE app_" + name + " LOGIN PASSWORD 'app_" + name + "'");
            execute(superuser, "ALTER ROLE app_" + name + " SET random_page_cost = 1.1");
            execute(superuser, "CREATE DATABASE " + name + " OWNER " + name);
        }
        try (Connection superuser = TestPostgres.superuser(name)) {
            execute(superuser, "GRANT ALL ON SCHEMA public TO " + name);
            execute(superuser, "GRANT SELECT ON pg_catalog.pg_database TO " + name);
        }
        ServerAddress server = TestPostgres.address();
        String own = "jdbc:postgresql://%s:%d/%s?user=%s&password=%s&options=-c%%20app.store_id=%s"
                .formatted(server.host(), server.port(), name, name, name, store);
        try (Connection owner = DriverManager.getConnection(own)) {
            execute(owner, "CREATE SCHEMA migrations");
            migrate(owner);
        }
        try (Connection owner = DriverManager.getConnection(own)) {
            execute(owner, "INSERT INTO store_identity DEFAULT VALUES");
            execute(owner, "GRANT USAGE ON SCHEMA public TO app_" + name);
            execute(owner, "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app_" + name);
        }
        return own;
    }

    private static void migrate(Connection connection) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setLiquibaseSchemaName("migrations");
        Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> new CommandScope(
                        UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "db/store/changelog.xml")
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                .execute());
    }

    /** The first column of the rows, on a connection that was prepared so. */
    public List<String> texts(String query, String... preparation) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : preparation) {
                statement.execute(sql);
            }
            ResultSet rows = statement.executeQuery(query);
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void sql(String statement) {
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the role that owns the tables. */
    void sqlOfOwner(String statement) {
        try (Connection connection = DriverManager.getConnection(ownersUrl)) {
            execute(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the store's language is from now on. */
    void speak(Locale locale) {
        language = locale;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.jdbc.url", url + CountingSockets.counting(store.value()));
        properties.put("jakarta.persistence.jdbc.driver", "org.postgresql.Driver");
        properties.put("eclipselink.logging.level", "WARNING");
        properties.put("eclipselink.session-name", store.value());
        return properties;
    }

    /** How often something was sent to the database and an answer waited for. */
    long roundTrips() {
        return CountingSockets.roundTrips(store.value());
    }

    /** Waits until one connection to this database waits for another. */
    void awaitBlocked() {
        String blocked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND cardinality(pg_blocking_pids(pid)) > 0";
        try (Connection superuser = TestPostgres.superuser("shop_" + store.suffix());
                Statement statement = superuser.createStatement()) {
            Poll.until(() -> {
                ResultSet row = statement.executeQuery(blocked);
                return row.next() && row.getInt(1) > 0;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where to log in as the application does. */
    String url() {
        return url;
    }

    public StoreId store() {
        return store;
    }

    /** Runs the work in a transaction of its own, as the container would. */
    public <T> T call(Function<Catalog, T> work) {
        return inTransaction(entities -> work.apply(catalog(entities)));
    }

    /** As {@link #call}, for what other boundaries keep in the same database. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager entities = unit.createEntityManager();
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

    /** Lets go of the statements, entries and messages that were kept so far. */
    public void forgetWork() {
        statements.clear();
        audit.entries.clear();
        outbox.clear();
    }

    /** The boundary as it works within a transaction. */
    public Catalog catalog(EntityManager entities) {
        Catalog catalog = new Catalog();
        catalog.entities = entities;
        catalog.directory = directory();
        catalog.person = TestPeople.staff(store, FixedRole.OWNER);
        catalog.current = current();
        catalog.audit = audit;
        catalog.files = TestFiles.of(entities);
        catalog.touched = touched();
        catalog.outbox = new Outbox() {
            @Override
            public void addAll(String kind, List<String> payloads) {
                payloads.forEach(payload -> outbox.add(kind + " " + payload));
            }
        };
        return catalog;
    }

    Shelf shelf(EntityManager entities) {
        Shelf shelf = new Shelf();
        shelf.entities = entities;
        shelf.directory = directory();
        shelf.current = current();
        return shelf;
    }

    private Directory directory() {
        return new Directory() {
            @Override
            public StoreSettings settings(StoreId id) {
                return new StoreSettings(currency, language, ZoneOffset.UTC);
            }
        };
    }

    public CurrentStore current() {
        CurrentStore current = new CurrentStore();
        current.enter(new Store(store, "aurora", "Aurora", StoreState.ACTIVE, "standard", "local"));
        return current;
    }

    /** Keeps what is told to nobody else. */
    @SuppressWarnings("unchecked")
    Event<CatalogTouched> touched() {
        return (Event<CatalogTouched>) Proxy.newProxyInstance(
                CatalogDatabase.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    touches.add((CatalogTouched) arguments[0]);
                    return null;
                });
    }

    /** The statements since the last time that somebody asked. */
    public List<String> takeStatements() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    /** What a node knows of the catalog's version, by a clock of its own. */
    public CatalogVersions node(LongSupplier clock) {
        CatalogVersions versions = new CatalogVersions();
        versions.current = current();
        versions.clock = clock;
        versions.row = new CatalogVersion() {
            @Override
            public UUID read() {
                return version();
            }
        };
        return versions;
    }

    /** Tells the node that the catalog was changed on it. */
    public void tell(CatalogVersions node) {
        node.follow(new CatalogTouched(store));
    }

    /** Changes the title of the product that is there, or makes one. */
    public void retitle(String title) {
        Optional<ProductView> known = call(catalog -> catalog.product("thing"));
        SaveProduct wanted =
                ProductBuilder.product().handle("thing").title(title).build();
        call(catalog -> known.isPresent() ? catalog.update(known.get().id(), wanted, null) : catalog.create(wanted));
    }

    /** The version of the catalog, read as a page would. */
    UUID version() {
        return inTransaction(entities -> {
            CatalogVersion version = new CatalogVersion();
            version.entities = entities;
            return version.read();
        });
    }

    @Override
    public void close() {
        unit.close();
    }

    /** Keeps the text of each statement. */
    private final class Recorder extends AbstractSessionLog {
        Recorder() {
            setLevel(SessionLog.FINE);
        }

        @Override
        public boolean shouldLog(int level, String category) {
            return SessionLog.SQL.equals(category) && level >= SessionLog.FINE;
        }

        @Override
        public void log(SessionLogEntry entry) {
            if (SessionLog.SQL.equals(entry.getNameSpace())) {
                statements.add(entry.getMessage());
            }
        }
    }
}
