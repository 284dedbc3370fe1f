package com.dainostore.shop.catalog;

/**
 * How a variant is counted, weighed, sent and taxed.
 *
 * @param tracked whether its stock is counted; what is not counted is always there
 * @param oversell whether it sells on when the stock is gone
 * @param taxCode a code of the merchant's tax service, or empty
 * @param weightGrams 0 where nobody has weighed it
 * @param weightUnit in what the weight is shown
 */
public record Handling(
        boolean tracked,
        boolean oversell,
        boolean requiresShipping,
        boolean taxable,
        String taxCode,
        int weightGrams,
        WeightUnit weightUnit) {
    /** Counted, sent and taxed, of no known weight. */
    public static final Handling USUAL = new Handling(true, false, true, true, "", 0, WeightUnit.G);

    public boolean available(int stock) {
        return !tracked || oversell || stock > 0;
    }
}
