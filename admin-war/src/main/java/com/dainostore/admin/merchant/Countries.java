package com.dainostore.admin.merchant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Countries as people type them: by their codes or their names, parted by commas. */
final class Countries {
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    private static Map<String, String> codes() {
        Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String code : Locale.getISOCountries()) {
            codes.put(code, code);
            codes.put(name(code), code);
        }
        return codes;
    }

    static String name(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }

    static String text(List<String> codes) {
        return codes.stream().map(Countries::name).collect(Collectors.joining(", "));
    }

    /** The codes of what is known, and what is not. */
    static Read read(String text) {
        List<String> codes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Texts.parts(text).forEach(part -> {
            String code = CODES.get(part);
            if (code == null) {
                unknown.add(part);
            } else if (!codes.contains(code)) {
                codes.add(code);
            }
        });
        return new Read(codes, unknown);
    }

    record Read(List<String> codes, List<String> unknown) {
        Read {
            codes = List.copyOf(codes);
            unknown = List.copyOf(unknown);
        }
    }
}
