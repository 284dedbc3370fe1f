package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.database.TestPostgres;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.Outbox;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Two stores that write mails. Both lie in one database here, so that only row security and keys keep them apart. */
final class MailStores implements AutoCloseable {
    final StoreId a = StoreId.random();
    final StoreId b = StoreId.random();
    final Keys keys = new Keys();
    final List<String> outbox = new ArrayList<>();
    final RecordedAudit audit = new RecordedAudit();

    /** The e-mail for shoppers that all stores have. */
    String contact = "";

    private final String name = "mail_" + StoreId.random().suffix();
    private final Map<StoreId, EntityManagerFactory> units;

    MailStores(Path folder) throws Exception {
        keys.open(folder.resolve("master.key"), folder.resolve("home/keys"));
        keys.create(new KeyOwner.OfStore(a));
        keys.create(new KeyOwner.OfStore(b));
        keys.create(new KeyOwner.OfPlatform());
        superuser("postgres", "CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
        superuser("postgres", "CREATE DATABASE " + name);
        for (String change : List.of("070-create-mails", "090-try-mails-again")) {
            try (InputStream file = MailStores.class.getResourceAsStream("/db/store/" + change + ".sql")) {
                superuser(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        superuser(name, "GRANT USAGE ON SCHEMA public TO " + name);
        superuser(name, "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + name);
        superuser("postgres", "GRANT CONNECT ON DATABASE " + name + " TO " + name);
        units = Map.of(a, unit(a), b, unit(b));
    }

    private EntityManagerFactory unit(StoreId store) {
        ServerAddress server = TestPostgres.address();
        String url = "jdbc:postgresql://%s:%d/%s?user=%s&password=%s&options=-c%%20app.store_id=%s"
                .formatted(server.host(), server.port(), name, name, name, store);
        return Persistence.createEntityManagerFactory(
                "store",
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        url,
                        "jakarta.persistence.jdbc.driver",
                        "org.postgresql.Driver",
                        "eclipselink.logging.level",
                        "WARNING",
                        "eclipselink.session-name",
                        store.value()));
    }

    /** Leaves a mail as a boundary of the store does, in a transaction of its own. */
    UUID send(StoreId store, MailMessage message) {
        return in(store, entities -> mails(store, entities).send(message));
    }

    Mails mails(StoreId store, EntityManager entities) {
        Mails mails = new Mails();
        mails.entities = entities;
        mails.current = current(store);
        mails.keys = keys;
        mails.outbox = recorded();
        return mails;
    }

    private Outbox recorded() {
        return new Outbox() {
            @Override
            public void add(String kind, String payload) {
                outbox.add(kind + " " + payload);
            }
        };
    }

    /** What somebody sees of and does to the mails of a store, in a transaction of its own. */
    <T> T with(StoreId store, Function<StoreMailbox, T> work) {
        return in(store, entities -> work.apply(plain(store, entities)));
    }

    /** The store's mailbox, whose calls are transactions of their own as in the container. */
    StoreMailbox mailbox(StoreId store) {
        return new StoreMailbox() {
            @Override
            public Optional<Letter> claim(UUID mail, int turn, UUID job) {
                return in(store, entities -> plain(store, entities).claim(mail, turn, job));
            }

            @Override
            public void sent(UUID mail) {
                in(store, entities -> {
                    plain(store, entities).sent(mail);
                    return mail;
                });
            }

            @Override
            public void postpone(UUID mail, String error) {
                in(store, entities -> {
                    plain(store, entities).postpone(mail, error);
                    return mail;
                });
            }

            @Override
            public void fail(UUID mail, String error) {
                in(store, entities -> {
                    plain(store, entities).fail(mail, error);
                    return mail;
                });
            }
        };
    }

    private StoreMailbox plain(StoreId store, EntityManager entities) {
        StoreMailbox mailbox = new StoreMailbox();
        mailbox.entities = entities;
        mailbox.current = current(store);
        mailbox.keys = keys;
        mailbox.outbox = recorded();
        mailbox.audit = audit;
        mailbox.settings = new Settings() {
            @Override
            public SettingValues of(StoreId id) {
                return new SettingValues(contact.isEmpty() ? Map.of() : Map.of(Setting.CONTACT_EMAIL, contact), 0);
            }
        };
        return mailbox;
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

    static CurrentStore current(StoreId store) {
        CurrentStore current = new CurrentStore();
        current.enter(new Store(store, "aurora", "Aurora\r\nBcc: x@evil.example", StoreState.ACTIVE, "basic", "local"));
        return current;
    }

    /** One try at delivering a mail. */
    static Job job(StoreId store, UUID mail, int attempt) {
        return new Job(UUID.randomUUID(), Optional.of(store), MailJob.KIND, MailJob.payload(mail, 0), attempt, 1);
    }

    /** A column of a mail as text, past row security. */
    String get(UUID mail, String expression) {
        try (Connection connection = TestPostgres.superuser(name);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT CAST(" + expression + " AS text) FROM mails WHERE id = '" + mail + "'")) {
            return row.next() ? String.valueOf(row.getString(1)) : "gone";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes mails past row security. */
    void set(String assignment) throws SQLException {
        superuser(name, "UPDATE mails SET " + assignment);
    }

    @Override
    public void close() throws SQLException {
        units.values().forEach(EntityManagerFactory::close);
        superuser("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
        superuser("postgres", "DROP ROLE " + name);
    }

    private static void superuser(String database, String sql) throws SQLException {
        try (Connection connection = TestPostgres.superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
