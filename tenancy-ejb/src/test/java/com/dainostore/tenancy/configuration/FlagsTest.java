package com.dainostore.tenancy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.registry.PlatformChanged;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.ValidationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlagsTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private final ConfigurationFixture node = new ConfigurationFixture(REGISTRY);

    @BeforeEach
    void noRollouts() {
        REGISTRY.jdbi().useHandle(tx -> tx.execute("DELETE FROM rollouts"));
    }

    @ParameterizedTest
    @EnumSource
    void everyFlagIsOffUntilSomebodyDecides(Flag flag) {
        assertThat(node.flags.isOn(flag, node.store())).isFalse();
    }

    @Test
    void aDecisionHoldsForOneStoreAndGoesBeforeThePlatforms() {
        StoreId aurora = node.store();
        StoreId basalt = node.store();
        node.flags.decide(aurora, Map.of(Flag.MULTI_CURRENCY, Optional.of(true)));
        assertThat(node.flags.isOn(Flag.MULTI_CURRENCY, aurora)).isTrue();
        assertThat(node.flags.isOn(Flag.MULTI_CURRENCY, basalt)).isFalse();
        assertThat(node.flags.isOn(Flag.ADVANCED_REPORTS, aurora)).isFalse();

        node.flags.roll(new Rollout(Flag.MULTI_CURRENCY, true, 0));
        node.flags.decide(aurora, Map.of(Flag.MULTI_CURRENCY, Optional.of(false)));
        assertThat(node.flags.isOn(Flag.MULTI_CURRENCY, aurora)).isFalse();
        assertThat(node.flags.isOn(Flag.MULTI_CURRENCY, basalt)).isTrue();

        assertThat(node.flags.decide(aurora, Map.of(Flag.MULTI_CURRENCY, Optional.empty())))
                .contains(new FlagState(Flag.MULTI_CURRENCY, true, Optional.empty()));
    }

    @Test
    void aLargerShareOnlyAddsStores() {
        List<StoreId> stores = Stream.generate(StoreId::random).limit(2_000).toList();
        Set<StoreId> before = Set.of();
        for (int percentage : List.of(0, 1, 10, 33, 50, 99, 100)) {
            Rollout rollout = new Rollout(Flag.ADVANCED_REPORTS, false, percentage);
            Set<StoreId> now = stores.stream().filter(rollout::reaches).collect(Collectors.toSet());
            assertThat(now).as(percentage + " percent").containsAll(before);
            assertThat(now.size() * 100.0 / stores.size()).isCloseTo(percentage, within(4.0));
            before = now;
        }
        assertThat(before).hasSize(stores.size());
    }

    @Test
    void eachFlagDrawsItsOwnStores() {
        List<StoreId> stores = Stream.generate(StoreId::random).limit(500).toList();
        assertThat(stores.stream()
                        .filter(store -> Flag.MULTI_CURRENCY.place(store) == Flag.ADVANCED_REPORTS.place(store))
                        .count())
                .isLessThan(50);
    }

    @Test
    void aStoreKeepsItsPlaceForEver() {
        StoreId store = new StoreId("store_22222222222222222222");
        assertThat(Flag.MULTI_CURRENCY.place(store)).isEqualTo(84);
    }

    @Test
    void anotherNodeFollowsTheShare() {
        StoreId store = node.store();
        ConfigurationFixture other = new ConfigurationFixture(REGISTRY);
        assertThat(other.flags.isOn(Flag.ADVANCED_REPORTS, store)).isFalse();

        node.flags.roll(new Rollout(Flag.ADVANCED_REPORTS, false, 100));
        other.flags.follow(new PlatformChanged());

        assertThat(other.flags.isOn(Flag.ADVANCED_REPORTS, store)).isTrue();
    }

    @Test
    void withoutTheFeatureThereIsNothing() {
        StoreId store = node.store();
        node.flags.current = new CurrentStore();
        node.flags.current.enter(new Store(store, "x", "X", StoreState.ACTIVE, "standard", "local"));

        assertThatThrownBy(() -> node.flags.require(Flag.ADVANCED_REPORTS)).isInstanceOf(NotFoundException.class);
        node.flags.decide(store, Map.of(Flag.ADVANCED_REPORTS, Optional.of(true)));
        node.flags.require(Flag.ADVANCED_REPORTS);
    }

    @Test
    void theAuditLogSaysWhatWasDecidedAndNothingOfWhatStayed() {
        StoreId store = node.store();
        node.flags.decide(store, Map.of(Flag.MULTI_CURRENCY, Optional.of(true)));
        node.flags.decide(
                store, Map.of(Flag.MULTI_CURRENCY, Optional.of(true), Flag.ADVANCED_REPORTS, Optional.empty()));
        node.flags.decide(store, Map.of(Flag.MULTI_CURRENCY, Optional.empty()));
        node.flags.roll(new Rollout(Flag.MULTI_CURRENCY, true, 7));
        node.flags.roll(new Rollout(Flag.MULTI_CURRENCY, true, 7));

        assertThat(node.audit.entries)
                .startsWith(
                        "flags.decide " + store.value() + " {\"multiCurrency\":{\"after\":true,\"before\":null}}",
                        "flags.decide " + store.value() + " {\"multiCurrency\":{\"after\":null,\"before\":true}}")
                .hasSize(3);
        assertThat(node.audit.entries.get(2)).startsWith("flags.roll-out multiCurrency ");
    }

    @Test
    void aShareIsAPercentage() {
        assertThatThrownBy(() -> new Rollout(Flag.MULTI_CURRENCY, false, 101)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> new Rollout(Flag.MULTI_CURRENCY, false, -1)).isInstanceOf(ValidationException.class);
    }
}
