package com.dainostore.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
}
