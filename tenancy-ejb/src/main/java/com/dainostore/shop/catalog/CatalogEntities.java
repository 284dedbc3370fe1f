package com.dainostore.shop.catalog;

import com.dainostore.tenancy.persistence.StoreEntities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The catalog's part of every store's persistence unit. */
@ApplicationScoped
public class CatalogEntities implements StoreEntities {
    @Override
    public List<Class<?>> classes() {
        return List.of(
                Product.class,
                ProductPicture.class,
                Variant.class,
                MetafieldsJson.class,
                StatusCode.class,
                TextArray.class,
                UuidOrNull.class,
                WeightUnitCode.class);
    }
}
