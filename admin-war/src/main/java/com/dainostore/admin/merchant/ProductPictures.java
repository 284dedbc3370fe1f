package com.dainostore.admin.merchant;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.storage.StoredFile;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Pictures that were sent for a product: they come behind those that it has. */
final class ProductPictures {
    private ProductPictures() {}

    static ProductView require(Catalog catalog, UUID product) {
        return catalog.productById(product)
                .orElseThrow(
                        () -> new NotFoundException("There is no product with this id. It may have been deleted."));
    }

    static void add(Catalog catalog, UUID product, List<StoredFile> files) {
        if (files.isEmpty()) {
            return;
        }
        ProductView before = require(catalog, product);
        List<SaveImage> images = Stream.concat(
                        before.images().stream().map(SaveImage::of),
                        files.stream()
                                .filter(file -> file.folder().holdsPictures())
                                .map(file -> new SaveImage(file.id(), file.alt(), null)))
                .limit(SaveProduct.MAX_IMAGES)
                .toList();
        catalog.update(product, SaveProduct.of(before).images(images).build(), before.version());
    }
}
