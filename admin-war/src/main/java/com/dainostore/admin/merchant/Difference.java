package com.dainostore.admin.merchant;

import java.util.List;
import java.util.Map;

/**
 * Where what somebody typed differs from what a colleague saved in the meantime.
 *
 * @param field the field of the form; for variants the word {@code variants}
 * @param theirs as a reader reads it; empty where there is nothing
 */
public record Difference(String field, String label, String theirs, String yours) {

    /** All differences between two forms, given as the texts of their fields. */
    static List<Difference> between(Map<String, String> labels, Map<String, String> theirs, Map<String, String> yours) {
        return theirs.entrySet().stream()
                .map(field -> new Difference(
                        field.getKey(),
                        labels.getOrDefault(field.getKey(), field.getKey()),
                        field.getValue().strip(),
                        yours.getOrDefault(field.getKey(), "").strip()))
                .filter(difference -> !difference.theirs().equals(difference.yours()))
                .toList();
    }
}
