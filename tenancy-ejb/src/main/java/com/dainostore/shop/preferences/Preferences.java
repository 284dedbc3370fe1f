package com.dainostore.shop.preferences;

import com.dainostore.tenancy.configuration.FlagState;
import com.dainostore.tenancy.configuration.Flags;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings and features of the current store, as its staff see and change them. */
@Stateless
@StoreScoped
public class Preferences {
    @Inject
    CurrentStore current;

    @Inject
    CurrentPerson person;

    @Inject
    Settings settings;

    @Inject
    Flags flags;

    public SettingValues show() {
        person.require(Area.SETTINGS, Level.VIEW);
        return settings.read(store());
    }

    /**
     * Changes what is named; what concerns the store as a whole takes full rights over its settings.
     *
     * @param wanted values by the keys of their settings
     * @param expected the version that was read before, or null to change whatever is there
     */
    public SettingValues change(Map<String, String> wanted, @Nullable Long expected) {
        person.require(Area.SETTINGS, Level.EDIT);
        SettingValues before = settings.read(store());
        boolean all = Settings.check(wanted, "").entrySet().stream()
                .anyMatch(one -> one.getKey().concernsAll() && changes(before, one));
        if (all) {
            person.require(Area.SETTINGS, Level.FULL);
        }
        return settings.change(store(), wanted, expected);
    }

    /** Who changed the settings last; empty where nobody has. */
    public Optional<Settings.LastChange> lastChange() {
        person.require(Area.SETTINGS, Level.VIEW);
        return settings.lastChange(store());
    }

    /** What the person cannot change now of what they else could, and why, in words for people. */
    public Map<Setting, String> fixed() {
        person.require(Area.SETTINGS, Level.VIEW);
        Map<Setting, String> fixed = new EnumMap<>(Setting.class);
        Arrays.stream(Setting.values()).filter(Setting::concernsAll).forEach(setting -> {
            if (!person.requireStaff().may(Area.SETTINGS, Level.FULL)) {
                fixed.put(setting, "Only those with full rights over the settings can change it.");
            } else {
                settings.objection(current.require(), setting, "").ifPresent(reason -> fixed.put(setting, reason));
            }
        });
        return fixed;
    }

    public List<FlagState> flags() {
        person.require(Area.SETTINGS, Level.VIEW);
        return flags.of(store());
    }

    private static boolean changes(SettingValues before, Map.Entry<Setting, String> wanted) {
        return !before.get(wanted.getKey()).equals(wanted.getValue());
    }

    private StoreId store() {
        return current.require().id();
    }
}
