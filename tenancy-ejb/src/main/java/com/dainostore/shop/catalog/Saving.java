package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.storage.StoredFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several products that are saved together: all are read at once, checked each for itself, and written at once. */
final class Saving {
    private final Products products;
    private final String currency;
    private final Map<UUID, StoredFile> pictures;
    private final List<Save> wishes;
    private final Map<UUID, Product> known;
    private final Map<String, UUID> taken;
    private final List<Change> changes = new ArrayList<>();

    /** What is to be told when everything is written. */
    private record Pending(
            @Nullable Product product, @Nullable ProductView before, boolean isWritten, List<FieldError> errors) {}

    Saving(Products products, String currency, Map<UUID, StoredFile> pictures, List<Save> wishes) {
        this.products = products;
        this.currency = currency;
        this.pictures = pictures;
        this.wishes = wishes;
        Set<UUID> ids = wishes.stream().map(Save::id).filter(Objects::nonNull).collect(Collectors.toSet());
        products.lockStock(ids);
        this.known = products.whole(ids).stream().collect(Collectors.toMap(Product::id, Function.identity()));
        this.taken = new HashMap<>(products.taken(wishes.stream()
                .map(wish -> wish.wanted().handle())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
    }

    List<Saved> save() {
        List<Pending> pending = wishes.stream().map(this::prepare).toList();
        products.save();
        return pending.stream().map(this::saved).toList();
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    private Pending prepare(Save wish) {
        Product product = wish.id() == null ? null : known.get(wish.id());
        List<FieldError> errors = errors(wish, product);
        if (!errors.isEmpty()) {
            return new Pending(product, null, false, errors);
        }
        if (product == null) {
            return new Pending(make(wish.wanted()), null, true, List.of());
        }
        ProductView before = product.view();
        if (product.is(wish.wanted())) {
            return new Pending(product, before, false, List.of());
        }
        String handle = wish.wanted().handle();
        product.become(handle == null ? product.handle() : handle, wish.wanted(), pictures);
        taken.put(product.handle(), product.id());
        return new Pending(product, before, true, List.of());
    }

    private Product make(SaveProduct wanted) {
        String handle = wanted.handle();
        UUID id = TimeOrderedIds.next();
        String free = handle == null ? products.firstFree(Handles.ofTitle(wanted.title())) : handle;
        Product product = new Product(id, free, wanted, pictures);
        products.persist(product);
        taken.put(free, id);
        return product;
    }

    private List<FieldError> errors(Save wish, @Nullable Product product) {
        if (wish.id() != null && product == null) {
            return List.of(new FieldError("id", "This shop has no such product."));
        }
        List<FieldError> errors = new ArrayList<>(new ProductRules(currency)
                .objections(
                        wish.wanted(),
                        variant -> product != null && product.hasVariant(variant),
                        pictures::containsKey));
        UUID holder = taken.get(wish.wanted().handle());
        if (holder != null && !holder.equals(wish.id())) {
            errors.add(Products.TAKEN_HANDLE);
        }
        return errors;
    }

    private Saved saved(Pending pending) {
        Product product = pending.product();
        if (product == null || !pending.errors().isEmpty()) {
            return new Saved.Refused(pending.errors());
        }
        ProductView after = product.view();
        if (!pending.isWritten()) {
            return new Saved.Unchanged(after);
        }
        changes.add(Change.between(pending.before(), after));
        return pending.before() == null ? new Saved.Created(after) : new Saved.Changed(after);
    }
}
