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
import java.util.List;
import java.util.Map;
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
