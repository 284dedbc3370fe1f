package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.shop.catalog.CollectionRules;
import com.dainostore.shop.catalog.CollectionView.Picked;
import com.dainostore.shop.catalog.Collections;
import com.dainostore.shop.catalog.FindProducts;
import com.dainostore.shop.catalog.ProductListing;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.CurrentPerson;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a collection, new or not. Its buttons either save, or change which products it holds and save nothing: those are
 * done as soon as it is read.
 */
public abstract class CollectionEditor {
    private static final int MOST_FOUND = 10;

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @EJB
    Collections collections;

    @EJB
    ProductListing listing;

    private CollectionForm form = CollectionForm.NEW;
    private @Nullable List<Picked> picked;

    /** Begins with what was sent, in the shape that was asked for, or else with this. */
    void begin(CollectionForm otherwise) {
        form = isTyped() ? typed() : otherwise;
    }

    private CollectionForm typed() {
        long count = parameters.number("products").orElse(0L);
        List<UUID> products = IntStream.range(0, (int) Math.min(count, 10_000))
                .boxed()
                .flatMap(i -> parameters.uuids("product-" + i).stream())
                .toList();
        CollectionForm sent = new CollectionForm(
                parameters.text("title"),
                parameters.text("description").replace("\r\n", "\n"),
                parameters.text("handle"),
                parameters.text("published").equals("yes"),
                rules(),
                products);
        String[] change = parameters.text("change").split(":", 2);
        return change.length < 2
                ? sent
                : Parameters.uuid(change[1])
                        .map(id -> sent.after(change[0], id))
                        .orElseGet(() -> sent.with(sent.rules().after(change[0], change[1])));
    }

    private RulesForm rules() {
        long count = parameters.number("conditions").orElse(0L);
        return new RulesForm(
                parameters.text("filling"),
                IntStream.range(0, (int) Math.min(count, CollectionRules.MOST))
                        .mapToObj(i -> "condition-" + i + "-")
                        .map(row -> new RulesForm.Row(
                                parameters.text(row + "field"),
                                parameters.text(row + "relation"),
                                parameters.text(row + "value")))
                        .toList());
    }

    String currency() {
        return directory.settings(store.require().id()).currency();
    }

    public String getCurrency() {
        return currency();
    }

    public List<RulesForm.Word> getFields() {
        return RulesForm.fields();
    }

    public List<RulesForm.Word> getRelations() {
        return RulesForm.relations();
    }

    /** How many products the rules of the form would take, in words; nothing where they make no sense yet. */
    public String getReach() {
        CollectionRules rules = form.rules().wanted(currency());
        if (rules == null) {
            return "";
        }
        try {
            long products = collections.count(rules);
            return products == 1 ? "1 product fits now." : products + " products fit now.";
        } catch (ValidationException e) {
            return "Fill in the conditions to see how many products fit.";
        }
    }

    /** Whether the page comes from the form, and so may hold what is not saved. */
    public boolean isTyped() {
        return !parameters.text("products").isEmpty();
    }

    public CollectionForm getForm() {
        return form;
    }

    void show(CollectionForm other) {
        form = other;
        picked = null;
    }

    /** The products of the form that are there, in its order. */
    public List<Picked> getPicked() {
        List<Picked> known = picked;
        if (known == null) {
            known = collections.products(form.products());
            picked = known;
        }
        return known;
    }

    /** What is looked for among the products. */
    public String getSeek() {
        return parameters.text("seek").strip();
    }

    /** The first products that match what is looked for and are not in the collection. */
    public List<ProductListing.Row> getFound() {
        if (getSeek().isEmpty()) {
            return List.of();
        }
        FindProducts wish = new FindProducts(getSeek(), Optional.empty(), FindProducts.Order.TITLE, false, 1);
        List<ProductListing.Row> found = new ArrayList<>(listing.page(wish).rows());
        found.removeIf(row -> form.products().contains(row.id()));
        return found.stream().limit(MOST_FOUND).toList();
    }
}
