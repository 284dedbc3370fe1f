package com.dainostore.shop.catalog;

import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of the store in the gallery of a product; it leaves with the product, and its file stays. */
@Entity
@Table(name = "product_pictures")
class ProductPicture {
    static final Comparator<ProductPicture> IN_ORDER = Comparator.comparingInt(picture -> picture.position);

    @Id
    private UUID id;

    /** Read by EclipseLink: the owning side of {@code Product.pictures}. */
    @SuppressWarnings("UnusedVariable")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product_id")
    private Product product;

    @Column(name = "file_id")
    private UUID file;

    @Column
    private int position;

    @Column
    private String alt;

    @Column
    private @Nullable String source;

    @Column
    private String name;

    @Column
    private int width;

    @Column
    private int height;

    protected ProductPicture() {}

    /** @param file one that has pixels */
    ProductPicture(Product product, StoredFile file) {
        StoredFile.Pixels pixels = file.pixels().orElseThrow();
        this.id = TimeOrderedIds.next();
        this.product = product;
        this.file = file.id();
        this.name = file.name();
        this.width = pixels.width();
        this.height = pixels.height();
    }

    UUID id() {
        return id;
    }

    UUID file() {
        return file;
    }

    void become(int newPosition, SaveImage wanted) {
        position = newPosition;
        alt = wanted.alt();
        if (wanted.source() != null) {
            source = wanted.source();
        }
    }

    PictureView view() {
        return new PictureView(file, name, width, height, alt, source);
    }
}
