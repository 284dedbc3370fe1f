package com.dainostore.shop.catalog;

import com.dainostore.shop.catalog.ProductView.OptionView;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A product with its variants: they are saved, locked and counted up in version as one. Created as a draft or straight
 * for sale, changed as a whole by {@link #become}, ended by archiving or by deletion.
 */
@Entity
@Table(name = "products")
class Product {
    @Id
    private UUID id;

    @Column
    private String handle;

    @Column
    private String title;

    @Column
    private String description;

    @Column
    @Convert(converter = StatusCode.class)
    private ProductStatus status;

    @Column
    private String vendor;

    @Column
    private String type;

    @Column
    @Convert(converter = TextArray.class)
    private List<String> tags;

    @Column
    @Convert(converter = TextArray.class)
    private List<String> options;

    @Column(name = "seo_title")
    private @Nullable String seoTitle;

    @Column(name = "seo_description")
    private @Nullable String seoDescription;

    @Version
    private long version;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @OneToMany(mappedBy = "product", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Variant> variants = new ArrayList<>();

    protected Product() {}

    Product(UUID id, String handle, SaveProduct wanted) {
        this.id = id;
        become(handle, wanted);
    }

    UUID id() {
        return id;
    }

    String handle() {
        return handle;
    }

    long version() {
        return version;
    }

    /** Takes over all of what is wanted; variants that are named keep their identity. */
    final void become(String newHandle, SaveProduct wanted) {
        handle = newHandle;
        title = wanted.title();
        description = wanted.description();
        status = wanted.status();
        vendor = wanted.vendor();
        type = wanted.type();
        tags = wanted.tags();
        options = wanted.options();
        seoTitle = wanted.seo().title();
        seoDescription = wanted.seo().description();
        changedAt = OffsetDateTime.now(ZoneOffset.UTC);
        keep(wanted.variants());
    }

    /** Only the status; everything else stays. */
    void moveTo(ProductStatus wanted) {
        status = wanted;
        changedAt = OffsetDateTime.now(ZoneOffset.UTC);
    }

    private void keep(List<SaveVariant> wanted) {
        Map<UUID, Variant> known = variants.stream().collect(Collectors.toMap(Variant::id, Function.identity()));
        List<Variant> kept = IntStream.range(0, wanted.size())
                .mapToObj(position -> keep(known, position, wanted.get(position)))
                .toList();
        variants.retainAll(kept);
        kept.stream().filter(variant -> !known.containsKey(variant.id())).forEach(variants::add);
    }

    private Variant keep(Map<UUID, Variant> known, int position, SaveVariant wanted) {
        Variant variant = wanted.id() == null ? null : known.get(wanted.id());
        if (variant == null) {
            variant = new Variant(this);
        }
        variant.become(position, wanted);
        return variant;
    }

    boolean hasVariant(UUID variant) {
        return variants.stream().anyMatch(known -> known.id().equals(variant));
    }

    ProductView view() {
        List<VariantView> views =
                variants.stream().sorted(Variant.IN_ORDER).map(Variant::view).toList();
        return new ProductView(
                id,
                handle,
                title,
                description,
                status,
                vendor,
                type,
                tags,
                optionViews(views),
                views,
                new ProductView.Seo(seoTitle, seoDescription),
                version);
    }

    private List<OptionView> optionViews(List<VariantView> views) {
        return IntStream.range(0, options.size())
                .mapToObj(i -> new OptionView(
                        options.get(i),
                        views.stream()
                                .map(variant -> variant.options().get(i))
                                .distinct()
                                .toList()))
                .toList();
    }
}
