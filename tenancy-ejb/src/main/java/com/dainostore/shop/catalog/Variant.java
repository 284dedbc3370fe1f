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

    protected Variant() {}

    Variant(Product product) {
        this.id = TimeOrderedIds.next();
        this.product = product;
    }

    UUID id() {
        return id;
    }

    void become(int newPosition, SaveVariant wanted) {
        position = newPosition;
        sku = wanted.sku();
        barcode = wanted.barcode();
        price = wanted.price().amount();
        compareAt = amount(wanted.compareAtPrice());
        if (wanted.cost() != null) {
            cost = wanted.cost().amount();
        }
        currency = wanted.price().currency();
        stock = wanted.stock();
        options = wanted.options();
    }

    private static @Nullable Long amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    VariantView view() {
        Money former = compareAt == null ? null : new Money(compareAt, currency);
        return new VariantView(id, sku, barcode, new Money(price, currency), former, options, stock);
    }
}
