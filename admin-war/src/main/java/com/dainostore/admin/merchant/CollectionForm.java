package com.dainostore.admin.merchant;

import com.dainostore.shop.catalog.CollectionView;
import com.dainostore.shop.catalog.SaveCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A collection as its form holds it. Immutable; each change gives a new one.
 *
 * @param rules what fills it where nobody picks the products
 * @param products their ids, in the order of the shop window
 */
public record CollectionForm(
        String title, String description, String handle, boolean published, RulesForm rules, List<UUID> products) {
    /** What a new collection begins with. */
    static final CollectionForm NEW = new CollectionForm("", "", "", false, RulesForm.NONE, List.of());

    /** The fields of the form by the names that refusals use. */
    static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>(RulesForm.names());
        names.putAll(Map.of("title", "title", "description", "description", "handle", "handle", "products", "seek"));
        return Collections.unmodifiableMap(names);
    }

    public CollectionForm {
        products = List.copyOf(products);
    }

    static CollectionForm of(CollectionView collection, String currency) {
        return new CollectionForm(
                collection.title(),
                collection.description(),
                collection.handle(),
                collection.published(),
                RulesForm.of(collection.rules(), currency),
                collection.productIds());
    }

    SaveCollection wanted(String currency) {
        return new SaveCollection(
                Texts.orNull(handle),
                title.strip(),
                description.strip(),
                published,
                rules.wanted(currency),
                rules.byHand() ? products : List.of());
    }

    CollectionForm with(RulesForm others) {
        return new CollectionForm(title, description, handle, published, others, products);
    }

    CollectionForm with(List<UUID> others) {
        return new CollectionForm(title, description, handle, published, rules, others);
    }

    /**
     * After a button that changes the products and saves nothing.
     *
     * @param change the word on the button
     * @param product the one that it is about
     */
    CollectionForm after(String change, UUID product) {
        List<UUID> changed = new ArrayList<>(products);
        int place = changed.indexOf(product);
        if (change.equals("add") && place < 0 && changed.size() < SaveCollection.MAX_PRODUCTS) {
            changed.add(product);
        }
        if (place >= 0) {
            switch (change) {
                case "remove" -> changed.remove(place);
                case "up" -> move(changed, place, Math.max(0, place - 1));
                case "down" -> move(changed, place, Math.min(changed.size() - 1, place + 1));
                case "first" -> move(changed, place, 0);
                default -> {
                    return this;
                }
            }
        }
        return with(changed);
    }

    private static void move(List<UUID> products, int from, int to) {
        products.add(to, products.remove(from));
    }
}
