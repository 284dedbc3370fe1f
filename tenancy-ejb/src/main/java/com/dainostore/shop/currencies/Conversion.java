package com.dainostore.shop.currencies;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.ProductViews;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A currency that prices can be shown in, with its rate.
 *
 * @param own whether it is the store's own, in which everything is paid
 * @param rate what one unit of the store's own currency is worth in it
 */
public record Conversion(String currency, boolean own, BigDecimal rate) {

    /** Nothing is converted. */
    public static Conversion none(String currency) {
        return new Conversion(currency, true, BigDecimal.ONE);
    }

    public Money of(Money price) {
        return own || price.currency().equals(currency) ? price : price.at(rate, currency);
    }

    /** The former price in this currency; none where rounding leaves no difference to the price. */
    public @Nullable Money former(Money price, @Nullable Money former) {
        return former == null || of(former).compareTo(of(price)) <= 0 ? null : of(former);
    }

    public ProductViews of(ProductViews page) {
        return own ? page : new ProductViews(page.items().stream().map(this::of).toList(), page.nextCursor());
    }

    public ProductView of(ProductView product) {
        return own
                ? product
                : product.with(product.variants().stream().map(this::of).toList());
    }

    private VariantView of(VariantView variant) {
        return variant.at(of(variant.price()), former(variant.price(), variant.compareAtPrice()));
    }
}
