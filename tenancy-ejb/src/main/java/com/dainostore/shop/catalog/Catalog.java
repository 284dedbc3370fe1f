package com.dainostore.shop.catalog;

import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.tenancy.audit.Audit;
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
import com.dainostore.tenancy.storage.StoreFiles;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The products of the current store. A list is read with at most three statements, a product with two; a change is checked as
 * a whole, saved with its variants and pictures as one, and told to the rest of the platform as {@link #CHANGED} in the same
 * transaction.
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

    @Inject
    Event<CatalogTouched> touched;

    @EJB
    StoreFiles files;

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

    /** The same with its place in the shop. */
    @Unguarded("Shoppers see what is for sale.")
    public Optional<ShownProduct> shown(String handle) {
        return Handles.valid(handle) ? new Products(entities).shown(handle) : Optional.empty();
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
        return rules().objections(
                        wanted,
                        variant -> product.filter(known -> known.hasVariant(variant))
                                .isPresent(),
                        pictures(List.of(wanted))::containsKey);
    }

    public ProductView create(SaveProduct wanted) {
        person.require(Area.CATALOG, Level.EDIT);
        Map<UUID, StoredFile> pictures = pictures(List.of(wanted));
        rules().check(wanted, variant -> false, pictures::containsKey);
        Products products = new Products(entities);
        Product product = new Product(TimeOrderedIds.next(), products.handleFor(wanted), wanted, pictures);
        products.add(product);
        ProductView made = product.view();
        changed(List.of(Change.between(null, made)));
        return made;
    }

    /** @param expectedVersion the version that the change was made from, or null to change whatever is there */
    public ProductView update(UUID id, SaveProduct wanted, @Nullable Long expectedVersion) {
        person.require(Area.CATALOG, Level.EDIT);
        Products products = new Products(entities);
        products.lockStock(List.of(id));
        Product product = require(products, id, expectedVersion);
        Map<UUID, StoredFile> pictures = pictures(List.of(wanted));
        rules().check(wanted, product::hasVariant, pictures::containsKey);
        ProductView before = product.view();
        product.become(products.handleFor(product, wanted), wanted, pictures);
        products.save();
        ProductView after = product.view();
        changed(List.of(Change.between(before, after)));
        return after;
    }

    /** @param expectedVersion the version that was seen when deciding so, or null to delete whatever is there */
    public void delete(UUID id, @Nullable Long expectedVersion) {
        person.require(Area.CATALOG, Level.FULL);
        Products products = new Products(entities);
        Product product = require(products, id, expectedVersion);
        ProductView gone = product.view();
        products.remove(product);
        changed(List.of(Change.between(gone, null)));
    }

    /** Gives all these products one status, or none of them; products that are gone are no error. */
    public int moveAll(Set<UUID> ids, ProductStatus status) {
        person.require(Area.CATALOG, Level.EDIT);
        Products products = new Products(entities);
        List<Product> found = products.all(ids);
        List<ProductView> before = found.stream().map(Product::view).toList();
        found.forEach(product -> product.moveTo(status));
        products.save();
        changed(IntStream.range(0, found.size())
                .mapToObj(i -> Change.between(before.get(i), found.get(i).view()))
                .toList());
        return found.size();
    }

    /** Deletes all these products, or none of them; products that are gone are no error. */
    public int deleteAll(Set<UUID> ids) {
        person.require(Area.CATALOG, Level.FULL);
        Products products = new Products(entities);
        List<Product> found = products.all(ids);
        List<Change> changes = found.stream()
                .map(product -> Change.between(product.view(), null))
                .toList();
        products.removeAll(found);
        changed(changes);
        return found.size();
    }

    /** The products at these addresses in whatever status, for staff, by their addresses. */
    public Map<String, ProductView> byHandles(Set<String> handles) {
        person.require(Area.CATALOG, Level.VIEW);
        return new Products(entities)
                .at(handles).stream()
                        .map(Product::view)
                        .collect(Collectors.toMap(ProductView::handle, Function.identity()));
    }

    /**
     * Saves several products in one transaction and a handful of statements. One that is refused keeps none of the others
     * from being saved; one that is so already is left alone.
     *
     * @return what became of each, in the order of the wishes
     */
    public List<Saved> saveAll(List<Save> wishes) {
        person.require(Area.CATALOG, Level.EDIT);
        Products products = new Products(entities);
        List<SaveProduct> wanted = wishes.stream().map(Save::wanted).toList();
        Saving saving =
                new Saving(products, directory.settings(current.require().id()).currency(), pictures(wanted), wishes);
        List<Saved> saved = saving.save();
        changed(saving.changes());
        return saved;
    }

    private static Product require(Products products, UUID id, @Nullable Long expectedVersion) {
        Product product = products.find(id).orElseThrow(() -> new NotFoundException("This shop has no such product."));
        if (expectedVersion != null && expectedVersion != product.version()) {
            throw new ChangedMeanwhileException();
        }
        return product;
    }

    private ProductRules rules() {
        return new ProductRules(directory.settings(current.require().id()).currency());
    }

    /** The pictures of the store that these products want to show. */
    private Map<UUID, StoredFile> pictures(List<SaveProduct> wanted) {
        return files.pictures(wanted.stream()
                .flatMap(product -> product.images().stream())
                .map(SaveImage::file)
                .collect(Collectors.toSet()));
    }

    /** What follows from these changes, in the same transaction. */
    private void changed(List<Change> changes) {
        new ShelfRows(entities)
                .refresh(
                        changes.stream().map(Change::product).toList(),
                        directory.settings(current.require().id()).locale());
        audit.recordAll(changes.stream().map(Change::entry).toList());
        outbox.addAll(
                CHANGED,
                changes.stream()
                        .map(change -> "{\"product\":\"" + change.product() + "\"}")
                        .toList());
        touched.fire(new CatalogTouched(current.require().id()));
    }
}
