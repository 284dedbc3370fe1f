package com.dainostore.tenancy.configuration;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.AuditLog;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.Entry;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The settings of all stores. A change is checked as a whole and refused with one entry for each bad field; two changes at
 * once never mix: the second one is refused and starts from what the first one left. Who may do what is asked elsewhere.
 */
@ApplicationScoped
public class Settings {
    private static final String UPDATE = "settings.update";

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    Configurations configurations;

    @Inject
    @Any
    Instance<ChangeRule> rules;

    @Inject
    Event<SettingsChanged> events;

    @Inject
    PlatformAudit audit;

    @Inject
    AuditLog log;

    /**
     * The last change of a store's settings.
     *
     * @param by an e-mail address of the store's staff; empty where it was the platform, whose people stores do not know by name
     */
    public record LastChange(String by, Instant at) {}

    /** What holds for the store, from memory: for pages. */
    public SettingValues of(StoreId store) {
        return configurations.of(store).settings();
    }

    /** What holds for the store, read from the registry: for those who are about to change it. */
    public SettingValues read(StoreId store) {
        return configurations.read(store).settings();
    }

    /** The values by their settings, checked and in their normal form; what is missing is left alone. */
    public static Map<Setting, String> check(Map<String, String> wanted, String prefix) {
        Map<Setting, String> checked = new EnumMap<>(Setting.class);
        List<FieldError> errors = new ArrayList<>();
        wanted.forEach((key, value) -> Setting.ofKey(key)
                .ifPresentOrElse(
                        setting -> accept(setting, value, prefix, checked, errors),
                        () -> errors.add(new FieldError(
                                prefix + key, "This setting is unknown. Known are " + Setting.known() + "."))));
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
        return checked;
    }

    private static void accept(
            Setting setting, String value, String prefix, Map<Setting, String> checked, List<FieldError> errors) {
        String normal = setting.normal(value);
        String objection = setting.objection(normal);
        if (objection == null) {
            checked.put(setting, normal);
        } else {
            errors.add(new FieldError(prefix + setting.key(), objection));
        }
    }

    /**
     * Changes what is named and leaves the rest.
     *
     * @param wanted values by the keys of their settings; the default of a setting clears what the store has set
     * @param expected the version that was read before, or null to change whatever is there
     * @throws SettingsChangedException where somebody else was faster
     */
    public SettingValues change(StoreId id, Map<String, String> wanted, @Nullable Long expected) {
        Map<Setting, String> checked = check(wanted, "");
        SettingValues before = read(id);
        Store store = stores.find(id).orElseThrow(() -> new NotFoundException("There is no store with this id."));
        checked.entrySet().removeIf(one -> one.getValue().equals(before.get(one.getKey())));
        if (expected != null && expected != before.version()) {
            throw new SettingsChangedException();
        }
        if (checked.isEmpty()) {
            return before;
        }
        refuseWhatOthersObjectTo(store, checked);
        registry.jdbi().useTransaction(tx -> {
            write(tx, id, checked, before);
            audit.record(tx, Optional.of(id), UPDATE, id.value(), changes(checked, before));
        });
        stores.announce(id);
        events.fire(new SettingsChanged(id, checked.keySet()));
        return read(id);
    }

    private static Changes changes(Map<Setting, String> wanted, SettingValues before) {
        Changes changes = Changes.none();
        for (Map.Entry<Setting, String> one : wanted.entrySet()) {
            changes = changes.set(one.getKey().key(), before.get(one.getKey()), one.getValue());
        }
        return changes;
    }

    /** Who changed the store's settings last; empty where nobody has. */
    public Optional<LastChange> lastChange(StoreId store) {
        AuditQuery newest = AuditQuery.newest(1).about("settings", store.value());
        return log.searchPlatform(newest).entries().stream()
                .findFirst()
                .map(entry -> new LastChange(nameForStore(entry), entry.at()));
    }

    private static String nameForStore(Entry entry) {
        return entry.actor().kind() == Actor.Kind.STAFF ? entry.actor().label() : "";
    }

    /** Why the store cannot give this setting that value now; empty where it can. */
    public Optional<String> objection(Store store, Setting setting, String value) {
        for (ChangeRule rule : rules) {
            Optional<String> objection = rule.objection(store, setting, value);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private void refuseWhatOthersObjectTo(Store store, Map<Setting, String> wanted) {
        List<FieldError> errors = new ArrayList<>();
        wanted.forEach((setting, value) -> objection(store, setting, value)
                .ifPresent(objection -> errors.add(new FieldError(setting.key(), objection))));
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }

    private void write(Handle tx, StoreId id, Map<Setting, String> wanted, SettingValues before) {
        int won = tx.createUpdate("""
                        UPDATE stores SET settings_version = settings_version + 1, changed_at = now()
                        WHERE id = :id AND settings_version = :version AND state <> 'deleted'
                        """)
                .bind("id", id.value())
                .bind("version", before.version())
                .execute();
        if (won == 0) {
            throw new SettingsChangedException();
        }
        wanted.forEach((setting, value) -> write(tx, id, setting, value));
        stores.noteChange(tx, id, "settings");
    }

    private static void write(Handle tx, StoreId id, Setting setting, String value) {
        String statement = value.equals(setting.otherwise())
                ? "DELETE FROM settings WHERE store_id = :store AND key = :key AND :value IS NOT NULL"
                : """
                  INSERT INTO settings (store_id, key, value) VALUES (:store, :key, to_jsonb(:value::text))
                  ON CONFLICT (store_id, key) DO UPDATE SET value = EXCLUDED.value
                  """;
        tx.createUpdate(statement)
                .bind("store", id.value())
                .bind("key", setting.key())
                .bind("value", value)
                .execute();
    }
}
