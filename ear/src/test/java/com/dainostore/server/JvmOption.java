package com.dainostore.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code jvm-options} entry of a Payara domain, such as {@code [17|]--add-opens=...}: an option for some JVMs. */
final class JvmOption {
    private static final Pattern FOR_VERSIONS = Pattern.compile("\\[(?<from>\\d*)\\|(?<to>\\d*)](?<option>.+)");

    private JvmOption() {}

    /** The option, if it is meant for Java {@code feature}; those for particular vendors are left out. */
    static Optional<String> forJava(int feature, String entry) {
        if (!entry.startsWith("[")) {
            return Optional.of(entry);
        }
        Matcher parts = FOR_VERSIONS.matcher(entry);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean meant = feature >= number(parts.group("from"), 0) && feature <= number(parts.group("to"), 999);
        return Optional.of(parts.group("option")).filter(option -> meant);
    }

    private static int number(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }
}
