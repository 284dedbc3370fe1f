package com.dainostore.admin.operator;

import java.util.List;

/**
 * A field of a form.
 *
 * @param id and name of the field
 * @param choices all values that it can have; none: any text
 * @param lines more than one for texts
 */
public record SettingField(
        String id, String label, String hint, String value, int longest, List<String> choices, int lines) {
    public boolean isChoice() {
        return !choices.isEmpty();
    }
}
