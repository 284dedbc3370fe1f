package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a wish for a store must say, apart from its names. */
final class WishRules {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,40}");

    private final List<FieldError> errors = new ArrayList<>();

    private WishRules() {}

    static List<FieldError> check(ProvisionStore wish) {
        WishRules rules = new WishRules();
        rules.description(wish.name(), wish.plan());
        rules.demand(EMAIL.matcher(wish.ownerEmail()).matches(), "admin.email", "Give a valid e-mail address.");
        rules.settings(wish);
        return rules.errors;
    }

    /** What a store may be called, and its plan. */
    static List<FieldError> checkDescription(String name, String plan) {
        WishRules rules = new WishRules();
        rules.description(name, plan);
        return rules.errors;
    }

    private void description(String name, String plan) {
        demand(
                !name.isBlank() && name.length() <= 120 && name.chars().noneMatch(Character::isISOControl),
                "name",
                "Give the store a name of at most 120 letters.");
        demand(WORD.matcher(plan).matches(), "plan", "Name a plan, like standard.");
    }

    private void settings(ProvisionStore wish) {
        try {
            Settings.check(wish.settings(), "settings.");
        } catch (ValidationException e) {
            errors.addAll(e.errors());
        }
    }

    private void demand(boolean holds, String field, String message) {
        if (!holds) {
            errors.add(new FieldError(field, message));
        }
    }
}
