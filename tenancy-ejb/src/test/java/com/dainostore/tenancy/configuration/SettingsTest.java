package com.dainostore.tenancy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.registry.StoreChanged;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private static final StoreId PRICED = StoreId.random();

    private final ConfigurationFixture node = new ConfigurationFixture(
            REGISTRY,
            (store, setting, value) -> setting == Setting.CURRENCY && store.id().equals(PRICED)
                    ? Optional.of("It has prices.")
                    : Optional.empty());

    @Test
    void aStoreHasTheDefaultsUntilItChoosesAndOnlyItself() {
        StoreId aurora = node.store();
        StoreId basalt = node.store();

        SettingValues changed = node.settings.change(aurora, Map.of("tagline", " Fine clay "), null);

        assertThat(changed.get(Setting.TAGLINE)).isEqualTo("Fine clay");
        assertThat(changed.get(Setting.WEIGHT_UNIT)).isEqualTo("kg");
        assertThat(node.settings.of(aurora)).isEqualTo(changed);
        assertThat(node.settings.of(basalt).chosen()).isEmpty();
    }

    @Test
    void theDefaultClearsWhatWasChosen() {
        StoreId store = node.store();
        node.settings.change(store, Map.of("weightUnit", "lb", "tagline", "x"), null);

        SettingValues cleared = node.settings.change(store, Map.of("weightUnit", "kg", "tagline", ""), null);

        assertThat(cleared.chosen()).isEmpty();
        assertThat(texts("SELECT key FROM settings WHERE store_id = ?", store)).isEmpty();
    }

    @Test
    void aChangeFromAnOldVersionIsRefused() {
        StoreId store = node.store();
        SettingValues first = node.settings.read(store);
        node.settings.change(store, Map.of("tagline", "one"), first.version());

        assertThatThrownBy(() -> node.settings.change(store, Map.of("tagline", "two"), first.version()))
                .isInstanceOf(SettingsChangedException.class);
        assertThat(node.settings.read(store).get(Setting.TAGLINE)).isEqualTo("one");
    }

    @Test
    void whoFollowsSettingsIsToldWhatHasChanged() {
        StoreId store = node.store();
        node.told.clear();
        node.settings.change(store, Map.of("tagline", "one", "locale", "de"), null);
        node.settings.change(store, Map.of("tagline", "one"), null);

        assertThat(node.told).containsExactly(new SettingsChanged(store, Set.of(Setting.TAGLINE, Setting.LOCALE)));
    }

    @Test
    void ofManyChangesOfOneVersionOneWins() throws Exception {
        StoreId store = node.store();
        long version = node.settings.read(store).version();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> changes = java.util.stream.IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(i -> () -> changes(store, "t" + i, version))
                    .toList();
            int won = 0;
            for (Future<Boolean> change : threads.invokeAll(changes)) {
                won += change.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(node.settings.read(store).version()).isEqualTo(version + 1);
    }

    private boolean changes(StoreId store, String tagline, long version) {
        try {
            node.settings.change(store, Map.of("tagline", tagline), version);
            return true;
        } catch (SettingsChangedException e) {
            return false;
        }
    }

    @Test
    void nothingOfAChangeIsKeptWhereAPartOfItIsBad() {
        StoreId store = node.store();

        assertThatThrownBy(() -> node.settings.change(store, Map.of("tagline", "x", "currency", "EURO"), null))
                .isInstanceOf(ValidationException.class);
        assertThat(node.settings.read(store)).isEqualTo(new SettingValues(Map.of(), 0));
    }

    @Test
    void anotherPartOfTheApplicationCanObject() {
        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute(
                        "INSERT INTO stores (id, handle, name, state, plan, region) VALUES (?, 'zz', 'Z', 'active', 's', 'l')",
                        PRICED.value()));

        assertThatThrownBy(() -> node.settings.change(PRICED, Map.of("currency", "USD"), null))
                .isInstanceOfSatisfying(ValidationException.class, e -> assertThat(e.errors())
                        .containsExactly(new ValidationException.FieldError("currency", "It has prices.")));
        assertThat(node.settings.change(PRICED, Map.of("currency", "EUR"), null).version())
                .as("what stays the same needs nobody's leave")
                .isZero();
        assertThat(node.settings
                        .change(node.store(), Map.of("currency", "USD"), null)
                        .get(Setting.CURRENCY))
                .isEqualTo("USD");
    }

    @Test
    void anotherNodeSeesAChangeOnceItIsTold() {
        StoreId store = node.store();
        ConfigurationFixture other = new ConfigurationFixture(REGISTRY);
        assertThat(other.settings.of(store).get(Setting.TAGLINE)).isEmpty();

        node.settings.change(store, Map.of("tagline", "new"), null);
        assertThat(other.settings.of(store).get(Setting.TAGLINE)).isEmpty();
        other.configurations.follow(new StoreChanged(store));

        assertThat(other.settings.of(store).get(Setting.TAGLINE)).isEqualTo("new");
    }

    @Test
    void everyChangeIsWrittenDownForTheOtherNodes() {
        StoreId store = node.store();
        node.settings.change(store, Map.of("tagline", "x"), null);

        assertThat(texts("SELECT kind FROM changes WHERE store_id = ?", store)).containsExactly("settings");
    }

    @Test
    void theAuditLogSaysWhatWasChangedFromWhatToWhat() {
        StoreId store = node.store();
        node.settings.change(store, Map.of("tagline", "one", "weightUnit", "lb"), null);
        node.settings.change(store, Map.of("tagline", "two", "weightUnit", "lb"), null);
        node.settings.change(store, Map.of("tagline", "two"), null);

        assertThat(node.audit.entries)
                .containsExactly(
                        "settings.update " + store.value() + " {\"tagline\":{\"after\":\"one\",\"before\":\"\"},"
                                + "\"weightUnit\":{\"after\":\"lb\",\"before\":\"kg\"}}",
                        "settings.update " + store.value() + " {\"tagline\":{\"after\":\"two\",\"before\":\"one\"}}");
    }

    @Test
    void ofALongTextTheAuditLogKeepsTheBeginning() {
        StoreId store = node.store();
        node.settings.change(store, Map.of("terms", "a".repeat(5_000) + "b"), null);
        node.settings.change(store, Map.of("terms", "a".repeat(5_000) + "c"), null);

        assertThat(node.audit.entries)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry).contains("aaa…").hasSizeLessThan(1_500));
    }

    @Test
    void aStoreThatThereIsNotHasNoSettings() {
        assertThatThrownBy(() -> node.settings.of(StoreId.random())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> node.settings.change(StoreId.random(), Map.of("tagline", "x"), null))
                .isInstanceOf(NotFoundException.class);
    }

    private static List<String> texts(String query, StoreId store) {
        return REGISTRY.jdbi()
                .withHandle(tx ->
                        tx.select(query, store.value()).mapTo(String.class).list());
    }
}
