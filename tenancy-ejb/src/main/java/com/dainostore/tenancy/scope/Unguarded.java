package com.dainostore.tenancy.scope;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a boundary of a store, or one of its methods, that asks nobody for a permission, and says why. Every other method
 * refuses whom it does not know to be allowed: a test walks them all.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Unguarded {
    /** Why there is nothing to ask: who may come here, or who has been asked before. */
    String value();
}
