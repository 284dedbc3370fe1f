package com.dainostore.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of a list's address: what is searched, filtered and sorted, so that every view of it can be kept and sent. */
public final class ListAddress {
    private final Map<String, String> parameters;

    /** @param parameters empty values are left out */
    public ListAddress(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** The same list with one thing changed. A change of anything but the page begins at the first page. */
    public String with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(parameters);
        changed.remove("page");
        changed.put(name, value);
        return "?"
                + changed.entrySet().stream()
                        .filter(parameter -> !parameter.getValue().isEmpty())
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** A page of this list. */
    public String page(int number) {
        return with("page", number <= 1 ? "" : String.valueOf(number));
    }

    /** The page before this one, or the last where the list is shorter than that; null on the first. */
    public @Nullable String before(int number, int pages) {
        return number > 1 ? page(Math.min(number - 1, pages)) : null;
    }

    /** The page after this one; null on the last. */
    public @Nullable String after(int number, int pages) {
        return number < pages ? page(number + 1) : null;
    }

    /**
     * Where a column's head leads: sorted by it, or the other way round.
     *
     * @param sorted the column that the list is sorted by
     */
    public String sortedBy(String column, String sorted, boolean descending) {
        return with("sort", column.equals(sorted) && !descending ? "-" + column : column);
    }

    /** The value of a head's {@code aria-sort}; null where the list is sorted by another column. */
    public static @Nullable String sort(String column, String sorted, boolean descending) {
        if (!column.equals(sorted)) {
            return null;
        }
        return descending ? "descending" : "ascending";
    }
}
