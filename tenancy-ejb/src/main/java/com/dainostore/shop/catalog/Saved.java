package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.List;

/** What became of one of several products that were saved together. */
public sealed interface Saved {
    record Created(ProductView product) implements Saved {}

    record Changed(ProductView product) implements Saved {}

    /** It was as wanted before: nothing was written. */
    record Unchanged(ProductView product) implements Saved {}

    /** Nothing of it was saved. */
    record Refused(List<FieldError> errors) implements Saved {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
