package com.dainostore.shop.catalog;

import com.dainostore.shop.catalog.ProductView.OptionView;
import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.tenancy.storage.StoredFile;
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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A product with its variants and pictures: they are saved, locked and counted up in version as one. Created as a draft or straight
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
    private String category;

    @Column(name = "gift_card")
    private boolean giftCard;

    @Column
    @Convert(converter = TextArray.class)
    private List<String> tags;

    @Column
    @Convert(converter = TextArray.class)
    private List<String> options;

    @Column
    @Convert(converter = MetafieldsJson.class)
    private List<Metafield> metafields;

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

    @OneToMany(mappedBy = "product", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ProductPicture> pictures = new ArrayList<>();

    protected Product() {}

    /** @param files at least those of its images */
    Product(UUID id, String handle, SaveProduct wanted, Map<UUID, StoredFile> files) {
        this.id = id;
        become(handle, wanted, files);
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

    /**
     * Takes over all of what is wanted; variants that are named keep their identity, as do pictures of the same file.
     *
     * @param files at least those of the images
     */
    final void become(String newHandle, SaveProduct wanted, Map<UUID, StoredFile> files) {
        handle = newHandle;
        title = wanted.title();
        description = RichText.clean(wanted.description());
        status = wanted.status();
        vendor = wanted.vendor();
        type = wanted.type();
        category = wanted.category();
        giftCard = wanted.giftCard();
        tags = wanted.tags();
        options = wanted.options();
        metafields = wanted.metafields();
        seoTitle = wanted.seo().title();
        seoDescription = wanted.seo().description();
        changedAt = OffsetDateTime.now(ZoneOffset.UTC);
        keepPictures(wanted.images(), files);
        keep(wanted.variants());
    }

    /** Only the status; everything else stays. */
    void moveTo(ProductStatus wanted) {
        status = wanted;
        changedAt = OffsetDateTime.now(ZoneOffset.UTC);
    }

    private void keepPictures(List<SaveImage> wanted, Map<UUID, StoredFile> files) {
        Map<UUID, ProductPicture> known =
                pictures.stream().collect(Collectors.toMap(ProductPicture::file, Function.identity()));
        List<ProductPicture> kept = wanted.stream()
                .map(image -> known.containsKey(image.file())
                        ? known.get(image.file())
                        : new ProductPicture(this, Objects.requireNonNull(files.get(image.file()))))
                .toList();
        IntStream.range(0, wanted.size())
                .forEach(position -> kept.get(position).become(position, wanted.get(position)));
        pictures.retainAll(kept);
        kept.stream().filter(picture -> !known.containsKey(picture.file())).forEach(pictures::add);
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
        variant.become(position, wanted, pictureOf(wanted.picture()));
        return variant;
    }

    private @Nullable UUID pictureOf(@Nullable UUID file) {
        return pictures.stream()
                .filter(picture -> picture.file().equals(file))
                .map(ProductPicture::id)
                .findFirst()
                .orElse(null);
    }

    boolean hasVariant(UUID variant) {
        return variants.stream().anyMatch(known -> known.id().equals(variant));
    }

    /** Whether it is so already; then there is nothing to save. */
    boolean is(SaveProduct wanted) {
        SaveProduct own = SaveProduct.of(view()).build();
        List<SaveVariant> withoutCosts =
                wanted.variants().stream().map(SaveVariant::withoutCost).toList();
        SaveProduct theirs = wanted.change()
                .handle(wanted.handle() == null ? handle : wanted.handle())
                .description(RichText.clean(wanted.description()))
                .variants(withoutCosts)
                .build();
        return own.equals(theirs) && variants.stream().allMatch(variant -> variant.costs(wanted.variants()));
    }

    ProductView view() {
        Map<UUID, UUID> files = pictures.stream().collect(Collectors.toMap(ProductPicture::id, ProductPicture::file));
        List<VariantView> views = variants.stream()
                .sorted(Variant.IN_ORDER)
                .map(variant -> variant.view(files))
                .toList();
        return new ProductView(
                id,
                handle,
                title,
                description,
                status,
                vendor,
                type,
                category,
                giftCard,
                tags,
                optionViews(views),
                views,
                pictures.stream()
                        .sorted(ProductPicture.IN_ORDER)
                        .map(ProductPicture::view)
                        .toList(),
                metafields,
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
