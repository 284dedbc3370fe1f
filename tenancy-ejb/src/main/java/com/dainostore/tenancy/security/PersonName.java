package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.ValidationException;

/** What somebody is called, in one line. */
final class PersonName {
    private static final int LONGEST = 120;

    private PersonName() {}

    static String check(String field, String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new ValidationException(field, "Give a name of at most " + LONGEST + " letters.");
        }
        return name;
    }
}
