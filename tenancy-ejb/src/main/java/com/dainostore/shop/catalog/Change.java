package com.dainostore.shop.catalog;

import com.dainostore.tenancy.audit.Audit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done to a product, as the rest of the platform hears of it. */
record Change(UUID product, Audit.Note entry) {

    /** @param before none: the product is new; {@code after} none: it is gone */
    static Change between(@Nullable ProductView before, @Nullable ProductView after) {
        String action = before == null ? "product.create" : after == null ? "product.delete" : "product.update";
        UUID id = Objects.requireNonNull(before == null ? after : before).id();
        return new Change(id, new Audit.Note(action, id.toString(), ProductChanges.between(before, after)));
    }
}
