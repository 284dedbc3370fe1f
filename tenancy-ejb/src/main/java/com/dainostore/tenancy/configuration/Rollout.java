package com.dainostore.tenancy.configuration;

import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;

/**
 * Who has a feature where the store itself has no say of its own.
 *
 * @param byDefault whether everybody has it
 * @param percentage the share of the stores that have it otherwise, 0 to 100
 */
public record Rollout(Flag flag, boolean byDefault, int percentage) {
    public Rollout {
        if (percentage < 0 || percentage > 100) {
            throw new ValidationException("percentage", "Use a whole number from 0 to 100.");
        }
    }

    static Rollout off(Flag flag) {
        return new Rollout(flag, false, 0);
    }

    boolean reaches(StoreId store) {
        return byDefault || flag.place(store) < percentage;
    }
}
