package com.dainostore.shop.testing;

import com.dainostore.shop.catalog.CatalogDatabase;
import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.mail.MailMessage;
import com.dainostore.tenancy.mail.Mails;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.registry.StoreSettings;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.security.FixedRole;
import com.dainostore.tenancy.security.TestPeople;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A store with its real database, whose boundaries are called as the container would: each call is a transaction. */
public final class TestShop implements AutoCloseable {
    private static final InstallationSettings INSTALLATION = new InstallationSettings(
            8080,
            Path.of("var"),
            "shops.test",
            URI.create("https://shops.test"),
            List.of(),
            Optional.empty(),
            "operator@localhost",
            Optional.empty(),
            Path.of("key"),
            Optional.empty(),
            false);

    public final CatalogDatabase database;
    public final Map<Setting, String> settings = new ConcurrentHashMap<>();
    public final List<String> outbox = Collections.synchronizedList(new ArrayList<>());
    public final List<String> audit = Collections.synchronizedList(new ArrayList<>());
    public final List<MailMessage> mails = Collections.synchronizedList(new ArrayList<>());
    public ZoneId zone = ZoneId.of("UTC");

    public TestShop() {
        this("EUR");
    }

    public TestShop(String currency) {
        this(new CatalogDatabase(currency));
    }

    private TestShop(CatalogDatabase database) {
        this.database = database;
    }

    /** Another store whose rows lie in the same tables. */
    public TestShop neighbour() {
        return new TestShop(database.neighbour());
    }

    public StoreId store() {
        return database.store();
    }

    /** Calls a boundary as an owner of the store, in a transaction of its own. */
    public <B, T> T call(Class<B> boundary, Function<B, T> work) {
        return database.inTransaction(entities -> work.apply(make(boundary, entities)));
    }

    /** Puts a product for sale and returns the id of its only variant. */
    public UUID product(String title, long price, int stock) {
        UUID product = UUID.randomUUID();
        UUID variant = UUID.randomUUID();
        database.sql("""
                INSERT INTO products (id, handle, title, status, version)
                VALUES ('%s', '%s', '%s', 'active', 1);
                INSERT INTO variants (id, product_id, position, price_amount, currency, stock, sku)
                VALUES ('%s', '%s', 0, %d, '%s', %d, 'SKU-1')
                """.formatted(product, product, title, variant, product, price, database.currency(), stock));
        return variant;
    }

    /** Sets columns of a variant: {@code oversell = true}. */
    public void variant(UUID variant, String assignments) {
        database.sql("UPDATE variants SET " + assignments + " WHERE id = '" + variant + "'");
    }

    /** One value of the store's database. */
    public String value(String query) {
        return database.texts(query).get(0);
    }

    private <B> B make(Class<B> type, EntityManager entities) {
        try {
            Constructor<B> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            B made = constructor.newInstance();
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(EJB.class)) {
                    field.setAccessible(true);
                    field.set(made, given(field.getType(), entities).orElseGet(() -> make(field.getType(), entities)));
                }
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<Object> given(Class<?> type, EntityManager entities) {
        return List.of(entities, current(), TestPeople.staff(store(), FixedRole.OWNER), INSTALLATION).stream()
                .filter(type::isInstance)
                .map(Object.class::cast)
                .findFirst()
                .or(() -> Optional.ofNullable(stub(type)));
    }

    private Object stub(Class<?> type) {
        if (type == Directory.class) {
            return directory();
        }
        if (type == Settings.class) {
            return new Settings() {
                @Override
                public SettingValues of(StoreId id) {
                    return new SettingValues(settings, 0);
                }
            };
        }
        if (type == Outbox.class) {
            return new Outbox() {
                @Override
                public void addAll(String kind, List<String> payloads) {
                    payloads.forEach(payload -> outbox.add(kind + " " + payload));
                }
            };
        }
        if (type == Audit.class) {
            return new Audit() {
                @Override
                public void record(String action, String resourceId, Changes changes) {
                    audit.add(action + " " + resourceId + " " + changes);
                }

                @Override
                public void recordAll(List<Note> notes) {
                    notes.forEach(note -> record(note.action(), note.resourceId(), note.changes()));
                }
            };
        }
        if (type == Event.class) {
            return Proxy.newProxyInstance(
                    TestShop.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, told) -> null);
        }
        return type == Mails.class ? mails() : null;
    }

    private Mails mails() {
        return new Mails() {
            @Override
            public UUID send(MailMessage message) {
                mails.add(message);
                return UUID.randomUUID();
            }
        };
    }

    private Directory directory() {
        return new Directory() {
            @Override
            public StoreSettings settings(StoreId id) {
                return new StoreSettings(database.currency(), Locale.ENGLISH, zone);
            }
        };
    }

    private CurrentStore current() {
        CurrentStore current = new CurrentStore();
        current.enter(new Store(store(), "aurora", "Aurora", StoreState.ACTIVE, "standard", "local"));
        return current;
    }

    @Override
    public void close() {
        database.close();
    }
}
