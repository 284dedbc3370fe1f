package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings and features of one store, for operators. What is sent names the version that it was made from. */
@Named("storeSettings")
@RequestScoped
public class StoreSettingsPage {
    private static final Map<Setting.Group, String> GROUPS = Map.of(
            Setting.Group.REGION, "Money, language, time",
            Setting.Group.SHOP, "The shop",
            Setting.Group.CONTACT, "Contact",
            Setting.Group.LEGAL, "Legal texts",
            Setting.Group.THEME, "Look");

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

    private StoreId id = StoreId.random();
    private @Nullable Store store;
    private SettingValues values = new SettingValues(Map.of(), 0);

    /** Settings that belong together. */
    public record Section(String id, String title, List<SettingField> fields) {}

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        id = parameters.requireStore();
        store = stores.find(id)
                .map(StoreListing.Overview::store)
                .filter(one -> one.state() != StoreState.DELETED)
                .orElseThrow(() -> new NotFoundException("There is no store with this id."));
        values = settings.read(id);
    }

    public @Nullable Store getStore() {
        return store;
    }

    public long getVersion() {
        return values.version();
    }

    public List<Section> getSections() {
        return Arrays.stream(Setting.Group.values())
                .map(group -> new Section(
                        group.name().toLowerCase(java.util.Locale.ROOT),
                        GROUPS.getOrDefault(group, ""),
                        Setting.of(group).stream().map(this::field).toList()))
                .toList();
    }

    /** What was typed stays, until it is saved. */
    private SettingField field(Setting setting) {
        String sent = parameters.text(setting.key());
        boolean typed = !parameters.text("version").isEmpty();
        int lines =
                switch (setting.kind()) {
                    case TEXT -> setting.group() == Setting.Group.LEGAL ? 8 : 3;
                    case RATES -> 3;
                    default -> 1;
                };
        return new SettingField(
                setting.key(),
                setting.label(),
                setting.hint(),
                typed ? sent : values.get(setting),
                setting.longest(),
                choices(setting),
                lines);
    }

    private static List<String> choices(Setting setting) {
        List<String> all = setting.kind().choices();
        return all.isEmpty() || !setting.otherwise().isEmpty()
                ? all
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(""), all.stream())
                        .toList();
    }

    public @Nullable String save() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            names.put(setting.key(), setting.key());
            wanted.put(setting.key(), parameters.text(setting.key()));
        }
        return errors.guard(names, () -> {
            settings.change(id, wanted, parameters.number("version").orElse(-1L));
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
