package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.admin.SettingField;
import com.dainostore.admin.SettingsForm;
import com.dainostore.shop.media.Media;
import com.dainostore.shop.preferences.Preferences;
import com.dainostore.shop.theme.Readability;
import com.dainostore.shop.theme.Theme;
import com.dainostore.shop.theme.ThemeTokens;
import com.dainostore.tenancy.configuration.Kind;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.storage.FindFiles;
import com.dainostore.tenancy.storage.Folder;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The look of the shop: its colours, corners, letters and logo, and how it would be with what is typed. */
@Named("look")
@RequestScoped
public class ThemePage {
    private static final int MOST_LOGOS = 12;

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    CurrentStore store;

    @EJB
    Preferences preferences;

    @EJB
    Media media;

    private SettingValues values = new SettingValues(Map.of(), 0);
    private @Nullable SettingsForm form;
    private @Nullable Theme theme;
    private @Nullable List<Logo> logos;

    /** A picture that can be the logo. */
    public record Logo(String value, String name, boolean chosen) {}

    /**
     * A setting of the look as the page shows it.
     *
     * @param colour whether it is one
     * @param shown the colour that the shop has by day, chosen or derived; empty for other settings
     */
    public record Choice(SettingField field, boolean colour, String shown) {}

    @PostConstruct
    void read() {
        person.require(Area.SETTINGS, Level.VIEW);
        values = preferences.show();
    }

    public SettingsForm getForm() {
        SettingsForm known = form;
        if (known == null) {
            boolean may = person.requireStaff().may(Area.SETTINGS, Level.EDIT);
            known = new SettingsForm(
                    parameters,
                    "",
                    SettingsForm.of(Setting.Group.THEME),
                    values,
                    may ? preferences.fixed() : SettingsForm.allFixed());
            form = known;
        }
        return known;
    }

    private Theme theme() {
        Theme known = theme;
        if (known == null) {
            known = Theme.of(store.require().handle(), ThemeTokens.of(getForm().preview()));
            theme = known;
        }
        return known;
    }

    /** All settings of the look but the logo. */
    public List<Choice> getChoices() {
        return Setting.of(Setting.Group.THEME).stream()
                .filter(setting -> setting != Setting.THEME_LOGO)
                .map(this::choice)
                .toList();
    }

    private Choice choice(Setting setting) {
        boolean colour = setting.kind() == Kind.COLOUR || setting.kind() == Kind.GROUND;
        return new Choice(getForm().field(setting), colour, colour ? theme().shown(setting) : "");
    }

    /** How well the chosen colours can be read. */
    public List<String> getNotes() {
        return Readability.of(theme()).entrySet().stream()
                .map(note -> note.getKey().label() + ": " + note.getValue())
                .toList();
    }

    /** The custom properties of the shop by day, for a {@code style} attribute. */
    public String getDay() {
        return theme().day();
    }

    /** The same by night. */
    public String getNight() {
        return theme().night();
    }

    /** What the shop is called. */
    public String getName() {
        return values.find(Setting.STOREFRONT_NAME).orElse(store.require().name());
    }

    /** What stands below the name; empty where nothing does. */
    public String getTagline() {
        return values.get(Setting.TAGLINE);
    }

    /** Where the chosen logo is, or null. */
    public @Nullable String getLogo() {
        return getForm()
                .preview()
                .find(Setting.THEME_LOGO)
                .map(ThemePage::address)
                .orElse(null);
    }

    private static String address(String picture) {
        return "/media/" + picture + "?w=320";
    }

    /** The pictures that the logo can be chosen from: the newest, and the one that it is. */
    public List<Logo> getLogos() {
        List<Logo> known = logos;
        if (known == null) {
            known = newest(getForm().value(Setting.THEME_LOGO));
            logos = known;
        }
        return known;
    }

    private List<Logo> newest(String chosen) {
        if (!person.requireStaff().may(Area.CATALOG, Level.VIEW)) {
            return List.of();
        }
        return media.list(new FindFiles("", Optional.of(Folder.MEDIA), FindFiles.Order.NEWEST, 1)).files().stream()
                .filter(file -> !file.missing())
                .limit(MOST_LOGOS)
                .map(file -> new Logo(picture(file), file.name(), picture(file).equals(chosen)))
                .toList();
    }

    /** The logo that is chosen and not among the newest pictures; null where there is none such. */
    public @Nullable String getOlderLogo() {
        String chosen = getForm().value(Setting.THEME_LOGO);
        return chosen.isEmpty() || getLogos().stream().anyMatch(Logo::chosen) ? null : chosen;
    }

    public boolean isWithoutLogo() {
        return getForm().value(Setting.THEME_LOGO).isEmpty();
    }

    private static String picture(StoredFile file) {
        return file.path().substring("/media/".length());
    }

    /** Shows what is typed, and keeps nothing. */
    public void preview() {
        person.require(Area.SETTINGS, Level.EDIT);
    }

    public @Nullable String save() {
        return errors.guard(getForm().names(), () -> {
            preferences.change(getForm().wanted(preferences.lastChange()), values.version());
            Redirects.to("/merchant/theme?done=saved");
            return "";
        });
    }
}
