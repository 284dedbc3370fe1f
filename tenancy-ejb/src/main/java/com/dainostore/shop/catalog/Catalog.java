package com.dainostore.shop.catalog;

import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The products of the current store. A list or a product is read with at most two statements; a change is checked as a
 * whole, saved with its variants as one, and told to the rest of the platform as {@link #CHANGED} in the same transaction.
 */
@Stateless
@StoreScoped
public class Catalog {
    /** The kind of the outbox entry that follows each change; its payload is {@code {"product": id}}. */
    public static final String CHANGED = "catalog.changed";

    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    CurrentPerson person;

    @Inject
    Directory directory;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    /** The products that shoppers see, as cards. */
    @Unguarded("Shoppers see what is for sale.")
    public ProductPage products(ListProducts query) {
        return new Products(entities).cards(query);
    }

    /** The products that shoppers see, complete. */
    @Unguarded("Shoppers see what is for sale.")
    public ProductViews productViews(ListProducts query) {
        return new Products(entities).activeViews(query);
    }

    /** The product that shoppers see at that address, or empty. */
    @Unguarded("Shoppers see what is for sale.")
    public Optional<ProductView> product(String handle) {
        return Handles.valid(handle) ? new Products(entities).active(handle).map(Product::view) : Optional.empty();
    }

    /** Whether any product has a price. */
    @Unguarded("The settings ask before the currency changes, whoever changes it; nothing of the products is told.")
    public boolean hasPrices() {
        return new Products(entities).anyPriced();
    }

    /** All products, drafts and archived ones included, for staff. */
    public ProductViews allProducts(ListProducts query) {
        person.require(Area.CATALOG, Level.VIEW);
        return new Products(entities).allViews(query);
    }

    /** The product in whatever status, for staff. */
    public Optional<ProductView> productById(UUID id) {
        person.require(Area.CATALOG, Level.VIEW);
        return new Products(entities).find(id).map(Product::view);
    }

    /**
     * What would be wrong with a product, for a form that has complaints of its own and wants to show all of them at once.
     *
     * @param id the product that is changed, or null for a new one
     */
    public List<FieldError> objections(@Nullable UUID id, SaveProduct wanted) {
        person.require(Area.CATALOG, Level.EDIT);
        Optional<Product> product = Optional.ofNullable(id).flatMap(new Products(entities)::find);
        return List.copyOf(rules().objections(wanted, variant -> product.filter(known -> known.hasVariant(variant))
                .isPresent()));
    }

    public ProductView create(SaveProduct wanted) {
        person.require(Area.CATALOG, Level.EDIT);
        rules().check(wanted, variant -> false);
        Products products = new Products(entities);
        Product product = new Product(TimeOrderedIds.next(), products.handleFor(wanted), wanted);
        products.add(product);
        shelve(List.of(product.id()));
        ProductView made = product.view();
        changed("product.create", product, ProductChanges.between(null, made));
        return made;
    }

    /** @param expectedVersion the version that the change was made from, or null to change whatever is there */
    public ProductView update(UUID id, SaveProduct wanted, @Nullable Long expectedVersion) {
        person.require(Area.CATALOG, Level.EDIT);
        Products products = new Products(entities);
        Product product = require(products, id, expectedVersion);
        rules().check(wanted, product::hasVariant);
        ProductView before = product.view();
        product.become(products.handleFor(product, wanted), wanted);
        products.save();
        shelve(List.of(id));
        ProductView after = product.view();
        changed("product.update", product, ProductChanges.between(before, after));
        return after;
    }

    /** @param expectedVersion the version that was seen when deciding so, or null to delete whatever is there */
    public void delete(UUID id, @Nullable Long expectedVersion) {
        person.require(Area.CATALOG, Level.FULL);
        Products products = new Products(entities);
        Product product = require(products, id, expectedVersion);
        ProductView gone = product.view();
        products.remove(product);
        changed("product.delete", product, ProductChanges.between(gone, null));
    }

    /** Gives all these products one status, or none of them; products that are gone are no error. */
    public int moveAll(Set<UUID> ids, ProductStatus status) {
        person.require(Area.CATALOG, Level.EDIT);
        Products products = new Products(entities);
        List<Product> found = products.all(ids);
        for (Product product : found) {
            ProductView before = product.view();
            product.moveTo(status);
            products.save();
            changed("product.update", product, ProductChanges.between(before, product.view()));
        }
        shelve(found.stream().map(Product::id).toList());
        return found.size();
    }

    /** Deletes all these products, or none of them; products that are gone are no error. */
    public int deleteAll(Set<UUID> ids) {
        person.require(Area.CATALOG, Level.FULL);
        Products products = new Products(entities);
        List<Product> found = products.all(ids);
        for (Product product : found) {
            ProductView gone = product.view();
            products.remove(product);
            changed("product.delete", product, ProductChanges.between(gone, null));
        }
        return found.size();
    }

    private static Product require(Products products, UUID id, @Nullable Long expectedVersion) {
        Product product = products.find(id).orElseThrow(() -> new NotFoundException("This shop has no such product."));
        if (expectedVersion != null && expectedVersion != product.version()) {
            throw new ChangedMeanwhileException();
        }
        return product;
    }

    private void shelve(Collection<UUID> products) {
        new ShelfRows(entities)
                .refresh(products, directory.settings(current.require().id()).locale());
    }

    private ProductRules rules() {
        return new ProductRules(directory.settings(current.require().id()).currency());
    }

    private void changed(String action, Product product, Changes changes) {
        audit.record(action, product.id().toString(), changes);
        outbox.add(CHANGED, "{\"product\":\"" + product.id() + "\"}");
    }
}
