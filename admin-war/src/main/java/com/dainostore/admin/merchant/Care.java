package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.catalog.WeightUnit;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * How a variant is counted, weighed, sent and shown, as its form holds it.
 *
 * @param weight as typed, in the unit
 * @param picture the file of one of the product's pictures, or empty
 */
public record Care(
        String weight, String unit, boolean tracked, boolean oversell, boolean shipped, boolean taxed, String picture) {
    private static final String YES = "yes";

    /** What a new variant begins with. */
    static final Care USUAL = of(Handling.USUAL, "");

    static Care of(VariantView variant) {
        return of(
                variant.handling(),
                variant.picture() == null ? "" : variant.picture().toString());
    }

    private static Care of(Handling handling, String picture) {
        return new Care(
                Weights.text(handling),
                handling.weightUnit().code(),
                handling.tracked(),
                handling.oversell(),
                handling.requiresShipping(),
                handling.taxable(),
                picture);
    }

    /** @param field the name that the names of all its fields begin with */
    static Care typed(UnaryOperator<String> sent, String field) {
        String unit = sent.apply(field + "-unit");
        if (unit.isEmpty()) {
            // The unit is always sent along: without it nobody was asked.
            return USUAL;
        }
        return new Care(
                sent.apply(field + "-weight"),
                unit,
                sent.apply(field + "-tracked").equals(YES),
                sent.apply(field + "-oversell").equals(YES),
                sent.apply(field + "-shipped").equals(YES),
                sent.apply(field + "-taxed").equals(YES),
                sent.apply(field + "-picture"));
    }

    Care withoutPicture() {
        return new Care(weight, unit, tracked, oversell, shipped, taxed, "");
    }

    /**
     * What it means.
     *
     * @param before what the form does not show stays as it is there
     */
    Handling read(Handling before, String field, Consumer<FieldError> errors) {
        WeightUnit in = WeightUnit.ofCode(unit).orElse(WeightUnit.G);
        boolean same = weight.strip().equals(Weights.text(before)) && in == before.weightUnit();
        OptionalInt grams = same ? OptionalInt.of(before.weightGrams()) : Weights.grams(weight, in);
        if (grams.isEmpty()) {
            errors.accept(new FieldError(field + ".weight.grams", "Use a weight such as 1.25."));
        }
        return new Handling(tracked, oversell, shipped, taxed, before.taxCode(), grams.orElse(0), in);
    }

    Optional<UUID> file() {
        return Parameters.uuid(picture);
    }
}
