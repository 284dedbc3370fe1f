package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.StoreScoped;
import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.UUID;

/** The products of the current store. */
@Stateless
@StoreScoped
public class Catalog {

    /** The products that shoppers see, as cards. */
    public ProductPage products(ListProducts query) {
        throw new UnsupportedOperationException();
    }

    /** The products that shoppers see, complete. */
    public ProductViews productViews(ListProducts query) {
        throw new UnsupportedOperationException();
    }

    /** The product that shoppers see at that address, or empty. */
    public Optional<ProductView> product(String handle) {
        throw new UnsupportedOperationException();
    }

    /** All products, drafts and archived ones included, for staff. */
    public ProductViews allProducts(ListProducts query) {
        throw new UnsupportedOperationException();
    }

    /** The product in whatever status, for staff. */
    public Optional<ProductView> productById(UUID id) {
        throw new UnsupportedOperationException();
    }

    public ProductView create(SaveProduct product) {
        throw new UnsupportedOperationException();
    }

    /** @param expectedVersion the version that the change was made from */
    public ProductView update(UUID id, SaveProduct product, long expectedVersion) {
        throw new UnsupportedOperationException();
    }

    /** @param expectedVersion the version that was seen when deciding so */
    public void delete(UUID id, long expectedVersion) {
        throw new UnsupportedOperationException();
    }
}
