package com.dainostore.shop.catalog;

import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One way to buy a product; it lives and dies with it. All its amounts are in one currency. */
@Entity
@Table(name = "variants")
class Variant {
    static final Comparator<Variant> IN_ORDER = Comparator.comparingInt(variant -> variant.position);

    @Id
    private UUID id;

    /** Read by EclipseLink: the owning side of {@code Product.variants}. */
    @SuppressWarnings("UnusedVariable")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product_id")
    private Product product;

    @Column
    private int position;

    @Column
    private @Nullable String sku;

    @Column
    private @Nullable String barcode;

    @Column(name = "price_amount")
    private long price;

    @Column(name = "compare_at_amount")
    private @Nullable Long compareAt;

    @Column(name = "cost_amount")
    private @Nullable Long cost;

    @Column
    private String currency;

    @Column
    private int stock;

    @Column
    @Convert(converter = TextArray.class)
    private List<String> options;

    @Column
    private boolean tracked;

    @Column
    private boolean oversell;

    @Column(name = "requires_shipping")
    private boolean requiresShipping;

    @Column
    private boolean taxable;

    @Column(name = "tax_code")
    private String taxCode;

    @Column(name = "weight_grams")
    private int weightGrams;

    @Column(name = "weight_unit")
    @Convert(converter = WeightUnitCode.class)
    private WeightUnit weightUnit;

    @Column(name = "picture_id")
    @Convert(converter = UuidOrNull.class)
    private @Nullable UUID picture;

    protected Variant() {}

    Variant(Product product) {
        this.id = TimeOrderedIds.next();
        this.product = product;
    }

    UUID id() {
        return id;
    }

    /** @param newPicture the id of a picture of the product, or null */
    void become(int newPosition, SaveVariant wanted, @Nullable UUID newPicture) {
        position = newPosition;
        sku = wanted.sku();
        barcode = wanted.barcode();
        price = wanted.price().amount();
        compareAt = amount(wanted.compareAtPrice());
        if (wanted.cost() != null) {
            cost = wanted.cost().amount();
        }
        currency = wanted.price().currency();
        stock = wanted.stockSeen() == null ? wanted.stock() : stock + wanted.stock() - wanted.stockSeen();
        options = wanted.options();
        picture = newPicture;
        handle(wanted.handling());
    }

    private void handle(Handling wanted) {
        tracked = wanted.tracked();
        oversell = wanted.oversell();
        requiresShipping = wanted.requiresShipping();
        taxable = wanted.taxable();
        taxCode = wanted.taxCode();
        weightGrams = wanted.weightGrams();
        weightUnit = wanted.weightUnit();
    }

    /** Whether it costs the merchant what is said of it there, if anything is. */
    boolean costs(List<SaveVariant> wanted) {
        return wanted.stream()
                .filter(variant -> id.equals(variant.id()))
                .map(SaveVariant::cost)
                .allMatch(wish -> wish == null || Objects.equals(amount(wish), cost));
    }

    private static @Nullable Long amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    /** @param files those of the product's pictures by the ids of the pictures */
    VariantView view(Map<UUID, UUID> files) {
        Handling handling =
                new Handling(tracked, oversell, requiresShipping, taxable, taxCode, weightGrams, weightUnit);
        Money former = compareAt == null ? null : new Money(compareAt, currency);
        return new VariantView(
                id, sku, barcode, new Money(price, currency), former, options, stock, handling, files.get(picture));
    }
}
