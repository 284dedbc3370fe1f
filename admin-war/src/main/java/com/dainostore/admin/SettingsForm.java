package com.dainostore.admin;

import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.scope.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form for some settings of a store. It sends along a mark of each value that it was made from, so that only what somebody
 * has touched is changed: two people who change different settings at once do not undo each other's work, and where they
 * change the same one, the later sees both values and decides.
 */
public final class SettingsForm {
    private static final Map<Setting.Group, String> TITLES = Map.of(
            Setting.Group.REGION, "Money, language, time",
            Setting.Group.SHOP, "The shop",
            Setting.Group.CONTACT, "Contact",
            Setting.Group.LEGAL, "Legal texts",
            Setting.Group.SELLING, "Selling",
            Setting.Group.THEME, "Look");
    private static final Map<Setting.Group, String> NOTES = Map.of(
            Setting.Group.REGION, "How prices, dates and weights are written.",
            Setting.Group.SHOP, "What stands at the top of every page and in the results of search engines.",
            Setting.Group.CONTACT, "Stands at the foot of every page. What is empty is left out.",
            Setting.Group.LEGAL, "Each text has a page of its own, led to from the foot of every page.",
            Setting.Group.SELLING, "Tax, ways to pay, and how orders are numbered.",
            Setting.Group.THEME, "Colours, corners and letters.");
    private static final int MARK_LENGTH = 6;

    private final Parameters parameters;
    private final List<Setting> settings;
    private final SettingValues values;
    private final Map<Setting, String> fixed;
    private final String shop;

    /**
     * @param shop the address of the shop, up to its pages; empty on its own host
     * @param settings those that the form has
     * @param values what holds now
     * @param fixed why some cannot be changed
     */
    public SettingsForm(
            Parameters parameters,
            String shop,
            List<Setting> settings,
            SettingValues values,
            Map<Setting, String> fixed) {
        this.parameters = parameters;
        this.shop = shop;
        this.settings = List.copyOf(settings);
        this.values = values;
        this.fixed = Map.copyOf(fixed);
    }

    /** Settings that belong together. */
    public record Section(String id, String title, String note, List<SettingField> fields) {}

    /** All settings of some groups, in their order. */
    public static List<Setting> of(Setting.Group... groups) {
        return Arrays.stream(groups)
                .flatMap(group -> Setting.of(group).stream())
                .toList();
    }

    /** For who may only look: no setting can be changed, and no other reason is told. */
    public static Map<Setting, String> allFixed() {
        return Arrays.stream(Setting.values()).collect(Collectors.toMap(setting -> setting, setting -> ""));
    }

    public List<Section> getSections() {
        return settings.stream()
                .collect(Collectors.groupingBy(Setting::group, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new Section(
                        group.getKey().name().toLowerCase(Locale.ROOT),
                        TITLES.getOrDefault(group.getKey(), ""),
                        NOTES.getOrDefault(group.getKey(), ""),
                        group.getValue().stream().map(this::field).toList()))
                .toList();
    }

    /** One field of the form: what was typed stays, until it is saved. */
    public SettingField field(Setting setting) {
        String value = value(setting);
        return new SettingField(
                setting.key(),
                setting.label(),
                setting.hint(),
                value,
                setting.longest(),
                SettingChoices.of(setting, value),
                lines(setting),
                fixed.get(setting),
                isContested(setting) ? meanwhile(setting) : null,
                setting.group() == Setting.Group.LEGAL && values.find(setting).isPresent()
                        ? shop + "/pages/" + setting.key()
                        : null);
    }

    /** What the form shows: what was typed, or else what holds. */
    public String value(Setting setting) {
        return isTouched(setting) ? parameters.text(setting.key()) : values.get(setting);
    }

    /** What would hold if the form were saved; what could not be saved is left as it is. */
    public SettingValues preview() {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.putAll(values.chosen());
        for (Setting setting : settings) {
            String value = setting.normal(value(setting));
            if (setting.objection(value) == null) {
                all.put(setting, value);
            }
        }
        return new SettingValues(all, values.version());
    }

    private static int lines(Setting setting) {
        return switch (setting.kind()) {
            case TEXT -> setting.group() == Setting.Group.LEGAL ? 8 : 3;
            case RATES -> 3;
            default -> 1;
        };
    }

    private String meanwhile(Setting setting) {
        String now = values.get(setting);
        return now.isEmpty() ? "Meanwhile it was emptied." : "Meanwhile it was changed to: " + now;
    }

    /** The marks of what the form was made from, for a hidden field of the name {@code was}. */
    public String getWas() {
        return settings.stream().map(setting -> mark(values.get(setting))).collect(Collectors.joining());
    }

    /** Whether somebody has typed something that is not saved. */
    public boolean isTouched() {
        return settings.stream().anyMatch(this::isTouched);
    }

    private boolean isTouched(Setting setting) {
        return isSent()
                && !fixed.containsKey(setting)
                && !mark(setting.normal(parameters.text(setting.key()))).equals(was(setting));
    }

    /** Whether somebody else has changed what this form is to change. */
    private boolean isContested(Setting setting) {
        return isTouched(setting)
                && !mark(values.get(setting)).equals(was(setting))
                && !values.get(setting).equals(setting.normal(parameters.text(setting.key())));
    }

    private boolean isSent() {
        return parameters.text("was").length() == settings.size() * MARK_LENGTH;
    }

    private String was(Setting setting) {
        int at = settings.indexOf(setting) * MARK_LENGTH;
        return parameters.text("was").substring(at, at + MARK_LENGTH);
    }

    /** The names of the fields by those of refusals: they are the same. */
    public Map<String, String> names() {
        return settings.stream().collect(Collectors.toMap(Setting::key, Setting::key));
    }

    /**
     * What is to be changed.
     *
     * @param last who changed the settings last, to be named where that was in between
     * @throws Refusal where somebody else has changed the same
     */
    public Map<String, String> wanted(Optional<Settings.LastChange> last) {
        if (settings.stream().anyMatch(this::isContested)) {
            throw new Contested(last.orElse(null));
        }
        return settings.stream()
                .filter(this::isTouched)
                .collect(Collectors.toMap(Setting::key, setting -> parameters.text(setting.key())));
    }

    /** Somebody else was faster with the same settings. */
    private static final class Contested extends Refusal {
        private static final long serialVersionUID = 1L;

        Contested(Settings.@Nullable LastChange last) {
            super(
                    "changed-meanwhile",
                    412,
                    "Somebody else changed the settings meanwhile" + who(last)
                            + ". Their value stands below yours. Save again to keep yours.");
        }

        private static String who(Settings.@Nullable LastChange last) {
            return last == null
                    ? ""
                    : ": " + (last.by().isEmpty() ? "the platform" : last.by()) + ", "
                            + Times.relative(last.at(), Instant.now(), ZoneOffset.UTC);
        }
    }

    /** Short, and never the same for two values that somebody would type. */
    private static String mark(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, MARK_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
