package com.dainostore.tenancy.configuration;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.registry.PlatformChanged;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which stores have which features: what was decided for the store alone, else the platform's share or default. Asked at
 * every gate, so both are answered from memory.
 */
@ApplicationScoped
public class Flags {
    private static final String ROLLOUTS = "rollouts";

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    Configurations configurations;

    @Inject
    CurrentStore current;

    @Inject
    PlatformAudit audit;

    private final Cache<String, Map<Flag, Rollout>> known =
            Caffeine.newBuilder().executor(Runnable::run).build();

    private record Row(String flag, boolean byDefault, int percentage) {}

    /** Whether the current store has the feature. */
    public boolean isOn(Flag flag) {
        return isOn(flag, current.require().id());
    }

    public boolean isOn(Flag flag, StoreId store) {
        return state(flag, store, configurations.of(store).flags()).on();
    }

    /** Goes on only where the current store has the feature; without it there is nothing at the address. */
    public void require(Flag flag) {
        if (!isOn(flag)) {
            throw new NotFoundException("There is nothing at this address.");
        }
    }

    /** All flags of a store, read from the registry. */
    public List<FlagState> of(StoreId store) {
        Map<Flag, Boolean> own = configurations.read(store).flags();
        return Arrays.stream(Flag.values()).map(flag -> state(flag, store, own)).toList();
    }

    private FlagState state(Flag flag, StoreId store, Map<Flag, Boolean> all) {
        Optional<Boolean> own = Optional.ofNullable(all.get(flag));
        return new FlagState(flag, own.orElseGet(() -> rollout(flag).reaches(store)), own);
    }

    /**
     * Decides for one store.
     *
     * @param wanted for each flag on, off, or nothing: then the store goes with the platform again
     */
    public List<FlagState> decide(StoreId store, Map<Flag, Optional<Boolean>> wanted) {
        Map<Flag, Boolean> before = configurations.read(store).flags();
        Map<Flag, Optional<Boolean>> changed = new EnumMap<>(Flag.class);
        wanted.forEach((flag, own) -> {
            if (!own.equals(Optional.ofNullable(before.get(flag)))) {
                changed.put(flag, own);
            }
        });
        if (changed.isEmpty()) {
            return of(store);
        }
        registry.jdbi().useTransaction(tx -> {
            changed.forEach((flag, own) -> write(tx, store, flag, own));
            stores.noteChange(tx, store, "flags");
            audit.record(tx, Optional.of(store), "flags.decide", store.value(), changes(before, changed));
        });
        stores.announce(store);
        return of(store);
    }

    /** On, off, or nothing where the store goes with the platform. */
    private static Changes changes(Map<Flag, Boolean> before, Map<Flag, Optional<Boolean>> wanted) {
        Changes changes = Changes.none();
        for (Map.Entry<Flag, Optional<Boolean>> one : wanted.entrySet()) {
            changes = changes.set(
                    one.getKey().key(), before.get(one.getKey()), one.getValue().orElse(null));
        }
        return changes;
    }

    private static void write(Handle tx, StoreId store, Flag flag, Optional<Boolean> own) {
        tx.execute("DELETE FROM flags WHERE store_id = ? AND key = ?", store.value(), flag.key());
        own.ifPresent(on -> tx.execute(
                "INSERT INTO flags (store_id, key, enabled) VALUES (?, ?, ?)"
                        + " ON CONFLICT (store_id, key) DO UPDATE SET enabled = EXCLUDED.enabled",
                store.value(),
                flag.key(),
                on));
    }

    public List<Rollout> rollouts() {
        return Arrays.stream(Flag.values()).map(this::rollout).toList();
    }

    public Rollout rollout(Flag flag) {
        return known.get(ROLLOUTS, key -> readRollouts()).getOrDefault(flag, Rollout.off(flag));
    }

    /** How many stores have a say of their own: on, and off. */
    public Map<Boolean, Long> decided(Flag flag) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(
                        "SELECT enabled, count(*) FROM flags WHERE key = :key GROUP BY enabled")
                .bind("key", flag.key())
                .map((row, context) -> Map.entry(row.getBoolean(1), row.getLong(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Gives a feature to another share of the stores, or to all by default. */
    public Rollout roll(Rollout wanted) {
        Rollout before = readRollouts().getOrDefault(wanted.flag(), Rollout.off(wanted.flag()));
        if (before.equals(wanted)) {
            return wanted;
        }
        registry.jdbi().useTransaction(tx -> {
            tx.execute("""
                    INSERT INTO rollouts (flag, by_default, percentage) VALUES (?, ?, ?)
                    ON CONFLICT (flag) DO UPDATE
                    SET by_default = EXCLUDED.by_default, percentage = EXCLUDED.percentage, changed_at = now()
                    """, wanted.flag().key(), wanted.byDefault(), wanted.percentage());
            tx.execute("INSERT INTO changes (kind) VALUES ('flags')");
            audit.record(
                    tx,
                    Optional.empty(),
                    "flags.roll-out",
                    wanted.flag().key(),
                    Changes.none()
                            .set("default", before.byDefault(), wanted.byDefault())
                            .set("percentage", before.percentage(), wanted.percentage()));
        });
        known.invalidateAll();
        return rollout(wanted.flag());
    }

    void follow(@Observes PlatformChanged change) {
        known.invalidateAll();
    }

    private Map<Flag, Rollout> readRollouts() {
        Map<Flag, Rollout> read = new EnumMap<>(Flag.class);
        registry.jdbi().useHandle(tx -> tx.createQuery("SELECT flag, by_default, percentage FROM rollouts")
                .map((row, context) -> new Row(row.getString(1), row.getBoolean(2), row.getInt(3)))
                .forEach(row -> Flag.ofKey(row.flag())
                        .ifPresent(flag -> read.put(flag, new Rollout(flag, row.byDefault(), row.percentage())))));
        return read;
    }
}
