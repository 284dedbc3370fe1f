package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.admin.SettingsForm;
import com.dainostore.tenancy.configuration.Flag;
import com.dainostore.tenancy.configuration.FlagState;
import com.dainostore.tenancy.configuration.Flags;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.registry.StoreListing;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings and features of one store, for operators. */
@Named("storeSettings")
@RequestScoped
public class StoreSettingsPage {
    /** All but the logo, which is chosen by its looks: in the store's own console. */
    private static final List<Setting> OFFERED = SettingsForm.of(Setting.Group.values()).stream()
            .filter(setting -> setting != Setting.THEME_LOGO)
            .toList();

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    StoreListing stores;

    @Inject
    Settings settings;

    @Inject
    Flags flags;

    @Inject
    Addresses addresses;

    private StoreId id = StoreId.random();
    private @Nullable Store store;
    private String shop = "";
    private SettingValues values = new SettingValues(Map.of(), 0);

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        id = parameters.requireStore();
        store = stores.find(id)
                .map(StoreListing.Overview::store)
                .filter(one -> one.state() != StoreState.DELETED)
                .orElseThrow(() -> new NotFoundException("There is no store with this id."));
        values = settings.read(id);
        shop = addresses.shop(store).replaceFirst("/$", "");
    }

    public @Nullable Store getStore() {
        return store;
    }

    public SettingsForm getForm() {
        return new SettingsForm(parameters, shop, OFFERED, values, Map.of());
    }

    public @Nullable String save() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return errors.guard(getForm().names(), () -> {
            settings.change(id, getForm().wanted(settings.lastChange(id)), values.version());
            return done("saved");
        });
    }

    /** The features, with the word that the form has for each: {@code on}, {@code off}, or {@code platform}. */
    public List<FlagState> getFlags() {
        return flags.of(id);
    }

    public String choice(FlagState state) {
        return state.own().map(own -> own ? "on" : "off").orElse("platform");
    }

    public @Nullable String decide() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        Map<Flag, Optional<Boolean>> wanted = new EnumMap<>(Flag.class);
        for (Flag flag : Flag.values()) {
            switch (parameters.text(flag.key())) {
                case "on" -> wanted.put(flag, Optional.of(true));
                case "off" -> wanted.put(flag, Optional.of(false));
                case "platform" -> wanted.put(flag, Optional.empty());
                default -> wanted.remove(flag);
            }
        }
        return errors.guard(Map.of(), () -> {
            flags.decide(id, wanted);
            return done("decided");
        });
    }

    private String done(String what) {
        Redirects.to("/operator/store-settings?id=" + id + "&done=" + what);
        return "";
    }
}
