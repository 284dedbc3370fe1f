package com.dainostore.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param id and name of the field
 * @param choices all values that it can have; none: any text
 * @param lines more than one for texts
 * @param fixed why it only shows its value; null where it can be changed
 * @param meanwhile what somebody else has chosen while this form was open, in words; null where nobody has
 * @param page where the shop shows it; null where it does not, or has nothing to show
 */
public record SettingField(
        String id,
        String label,
        String hint,
        String value,
        int longest,
        List<Choice> choices,
        int lines,
        @Nullable String fixed,
        @Nullable String meanwhile,
        @Nullable String page) {

    /** A value that can be chosen, and what it is called. */
    public record Choice(String value, String label) {}

    /** A field for one line of text. */
    public static SettingField line(String id, String label, String hint, String value, int longest) {
        return new SettingField(id, label, hint, value, longest, List.of(), 1, null, null, null);
    }

    /** A field with one of some values. */
    public static SettingField choice(String id, String label, String hint, String value, List<Choice> choices) {
        return new SettingField(id, label, hint, value, 0, choices, 1, null, null, null);
    }

    public boolean isChoice() {
        return !choices.isEmpty();
    }

    /** The value as people read it. */
    public String getShown() {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(Choice::label)
                .orElse(value);
    }

    /** The ids of what describes the field, for {@code aria-describedby}. */
    public String described(boolean wrong) {
        return (hint.isEmpty() ? "" : id + "-hint ")
                + (meanwhile == null ? "" : id + "-meanwhile ")
                + (wrong ? id + "-error" : "");
    }
}
