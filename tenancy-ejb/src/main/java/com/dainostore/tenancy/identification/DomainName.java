package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.ValidationException;
import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A domain that a store may call its own: lower case and in ASCII form, as requests name it. Public suffixes
 * (publicsuffix.org), addresses, names that resolve only locally and everything of the platform are none.
 */
record DomainName(String ascii) {
    private static final Set<String> LOCAL = Set.of("localhost", "local", "internal", "invalid", "onion", "arpa");
    /** What IDNA 2003, which Java speaks, folds into other letters, and IDNA 2008, which browsers speak, does not. */
    private static final Pattern TOLD_APART = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");
    /** Leaves room for the label in front that proves the domain. */
    private static final int LONGEST = 240;

    /** @throws ValidationException where the text is no domain that a store can have */
    static DomainName check(String text, String platformDomain) {
        String ascii = Authority.parse(ascii(text))
                .filter(authority -> authority.port().isEmpty())
                .map(Authority::host)
                .filter(host -> host.indexOf('.') > 0 && host.length() <= LONGEST)
                .orElseThrow(DomainName::unreadable);
        String top = ascii.substring(ascii.lastIndexOf('.') + 1);
        if (top.chars().allMatch(Character::isDigit) || LOCAL.contains(top) || !isCanonical(ascii)) {
            throw unreadable();
        }
        if (ascii.equals(platformDomain) || ascii.endsWith("." + platformDomain)) {
            throw refused("This domain belongs to the platform. Use one of your own.");
        }
        if (InternetDomainName.from(ascii).isPublicSuffix()) {
            throw refused("This is a suffix under which anybody can register. Use a domain of your own.");
        }
        return new DomainName(ascii);
    }

    private static String ascii(String text) {
        if (TOLD_APART.matcher(text).find()) {
            throw refused(
                    "Names with the letters ß or ς, or with joiners, cannot be used here: browsers read them in two ways.");
        }
        try {
            return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** Whether each encoded label decodes, and encodes to itself again: others look like what they are not. */
    private static boolean isCanonical(String ascii) {
        return Arrays.stream(ascii.split("\\."))
                .filter(label -> label.startsWith("xn--"))
                .allMatch(label -> !IDN.toUnicode(label).equals(label)
                        && ascii(IDN.toUnicode(label)).equals(label));
    }

    private static ValidationException unreadable() {
        return refused("Give the name of a domain, like shop.example.com.");
    }

    private static ValidationException refused(String message) {
        return new ValidationException("domain", message);
    }
}
