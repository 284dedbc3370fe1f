package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.admin.SettingsForm;
import com.dainostore.shop.preferences.Preferences;
import com.dainostore.tenancy.configuration.Flag;
import com.dainostore.tenancy.configuration.FlagState;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of the store but its look: for who may change them a form, for who may only see them what holds. */
@Named("shopSettings")
@RequestScoped
public class SettingsPage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @EJB
    Preferences preferences;

    private SettingValues values = new SettingValues(Map.of(), 0);
    private @Nullable SettingsForm form;

    @PostConstruct
    void read() {
        person.require(Area.SETTINGS, Level.VIEW);
        values = preferences.show();
    }

    public SettingsForm getForm() {
        SettingsForm known = form;
        if (known == null) {
            known = new SettingsForm(parameters, "", offered(), values, fixed());
            form = known;
        }
        return known;
    }

    private Map<Setting, String> fixed() {
        return person.requireStaff().may(Area.SETTINGS, Level.EDIT) ? preferences.fixed() : SettingsForm.allFixed();
    }

    /** Rates of other currencies are there only where the shop shows any. */
    private List<Setting> offered() {
        boolean currencies =
                preferences.flags().stream().anyMatch(state -> state.flag() == Flag.MULTI_CURRENCY && state.on());
        return SettingsForm.of(
                        Setting.Group.REGION,
                        Setting.Group.SHOP,
                        Setting.Group.CONTACT,
                        Setting.Group.SELLING,
                        Setting.Group.LEGAL)
                .stream()
                .filter(setting -> currencies || setting != Setting.ADDITIONAL_CURRENCIES)
                .toList();
    }

    /** Who changed the settings last, or null. */
    public Settings.@Nullable LastChange getLast() {
        return preferences.lastChange().orElse(null);
    }

    /** The features that the store has. */
    public List<Flag> getFeatures() {
        return preferences.flags().stream()
                .filter(FlagState::on)
                .map(FlagState::flag)
                .toList();
    }

    public @Nullable String save() {
        return errors.guard(getForm().names(), () -> {
            preferences.change(getForm().wanted(preferences.lastChange()), values.version());
            Redirects.to("/merchant/settings?done=saved");
            return "";
        });
    }
}
