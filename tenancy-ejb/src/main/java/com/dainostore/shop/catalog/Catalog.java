package com.dainostore.shop.catalog;

import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreScoped;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/**
 * The products of the current store. A list or a product is read with at most two statements; a change is checked as a
 * whole and saved with its variants as one.
 */
@Stateless
@StoreScoped
public class Catalog {
    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    /** The products that shoppers see, as cards. */
    public ProductPage products(ListProducts query) {
        return new Products(entities).cards(query);
    }

    /** The products that shoppers see, complete. */
    public ProductViews productViews(ListProducts query) {
        return new Products(entities).activeViews(query);
    }

    /** The product that shoppers see at that address, or empty. */
    public Optional<ProductView> product(String handle) {
        return new Products(entities).active(handle).map(Product::view);
    }

    /** All products, drafts and archived ones included, for staff. */
    public ProductViews allProducts(ListProducts query) {
        return new Products(entities).allViews(query);
    }

    /** The product in whatever status, for staff. */
    public Optional<ProductView> productById(UUID id) {
        return new Products(entities).find(id).map(Product::view);
    }

    public ProductView create(SaveProduct wanted) {
        rules().check(wanted, variant -> false);
        Products products = new Products(entities);
        Product product = new Product(TimeOrderedIds.next(), products.freeHandle(wanted), wanted);
        products.add(product);
        return product.view();
    }

    /** @param expectedVersion the version that the change was made from */
    public ProductView update(UUID id, SaveProduct wanted, long expectedVersion) {
        Products products = new Products(entities);
        Product product = require(products, id, expectedVersion);
        rules().check(wanted, product::hasVariant);
        product.become(products.handleFor(product, wanted), wanted);
        products.save();
        return product.view();
    }

    /** @param expectedVersion the version that was seen when deciding so */
    public void delete(UUID id, long expectedVersion) {
        Products products = new Products(entities);
        Product product = require(products, id, expectedVersion);
        products.remove(product);
    }

    private static Product require(Products products, UUID id, long expectedVersion) {
        Product product = products.find(id).orElseThrow(() -> new NotFoundException("This shop has no such product."));
        if (product.version() != expectedVersion) {
            throw new ChangedMeanwhileException();
        }
        return product;
    }

    private ProductRules rules() {
        return new ProductRules(directory.settings(current.require().id()).currency());
    }
}
