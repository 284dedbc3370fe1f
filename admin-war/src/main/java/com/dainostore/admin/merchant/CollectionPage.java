package com.dainostore.admin.merchant;

import com.dainostore.admin.Redirects;
import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.catalog.CollectionView;
import com.dainostore.shop.catalog.CollectionView.Picked;
import com.dainostore.tenancy.review.LastChange;
import com.dainostore.tenancy.review.LastChanges;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A collection. What is saved names the version that it was made from, as on the page of a product. */
@Named("collection")
@RequestScoped
public class CollectionPage extends CollectionEditor {
    private static final Map<String, String> LABELS = Map.of(
            "title", "Title",
            "description", "Description",
            "handle", "Address",
            "published", "Visibility",
            "rules", "Rules",
            "products", "Products");

    @EJB
    LastChanges changes;

    private UUID id = new UUID(0, 0);
    private @Nullable CollectionView collection;
    private boolean comparing;

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.VIEW);
        id = parameters.requireUuid("id");
        comparing = !parameters.text("compare").isEmpty();
        CollectionForm saved = CollectionForm.of(load(), currency());
        begin(saved);
        take(saved, parameters.text("change"));
    }

    /** Takes over one field of what a colleague saved, where that is what the button says. */
    private void take(CollectionForm theirs, String change) {
        CollectionForm own = getForm();
        switch (change) {
            case "theirs:title" ->
                show(new CollectionForm(
                        theirs.title(), own.description(), own.handle(), own.published(), own.rules(), own.products()));
            case "theirs:description" ->
                show(new CollectionForm(
                        own.title(), theirs.description(), own.handle(), own.published(), own.rules(), own.products()));
            case "theirs:handle" ->
                show(new CollectionForm(
                        own.title(), own.description(), theirs.handle(), own.published(), own.rules(), own.products()));
            case "theirs:published" ->
                show(new CollectionForm(
                        own.title(), own.description(), own.handle(), theirs.published(), own.rules(), own.products()));
            case "theirs:rules" -> show(own.with(theirs.rules()));
            case "theirs:products" -> show(own.with(theirs.products()));
            default -> {}
        }
    }

    private CollectionView load() {
        CollectionView found = collections
                .find(id)
                .orElseThrow(
                        () -> new NotFoundException("There is no collection with this id. It may have been deleted."));
        collection = found;
        return found;
    }

    public CollectionView getCollection() {
        CollectionView known = collection;
        return known == null ? load() : known;
    }

    /** The version that the form is made from: of two who change it the second has to look first. */
    public long getVersion() {
        return isTyped() && !comparing
                ? parameters.number("version").orElse(-1L)
                : getCollection().version();
    }

    public @Nullable LastChange getLast() {
        return changes.inCatalog("collection", id).orElse(null);
    }

    public @Nullable String save() {
        return errors.guard(CollectionForm.NAMES, this::update);
    }

    private String update() {
        try {
            collections.update(
                    id,
                    getForm().wanted(currency()),
                    parameters.number("version").orElse(-1L));
        } catch (ChangedMeanwhileException e) {
            comparing = true;
            load();
            return "";
        }
        Redirects.to("/merchant/collection?id=" + id + "&done=saved");
        return "";
    }

    /** Whether somebody else has changed the collection since the form was filled in. */
    public boolean isComparing() {
        return comparing;
    }

    public List<Difference> getDifferences() {
        return comparing
                ? Difference.between(
                        LABELS,
                        texts(
                                CollectionForm.of(getCollection(), currency()),
                                getCollection().products()),
                        texts(getForm(), getPicked()))
                : List.of();
    }

    private static Map<String, String> texts(CollectionForm form, List<Picked> products) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", form.title());
        texts.put("description", form.description());
        texts.put("handle", form.handle());
        texts.put("published", form.published() ? "Published" : "Hidden");
        texts.put("rules", rules(form.rules()));
        texts.put("products", products.stream().map(Picked::title).collect(Collectors.joining("\n")));
        return texts;
    }

    private static String rules(RulesForm rules) {
        return rules.byHand() ? "" : rules.filling() + "\n" + String.join("\n", rules.lines());
    }

    /** The conditions of the collection as it is, one line each. */
    public List<String> getRuleLines() {
        return RulesForm.of(getCollection().rules(), currency()).lines();
    }

    /** Whether to ask before the collection is deleted. */
    public boolean isAsking() {
        return parameters.text("ask").equals("delete");
    }

    public @Nullable String delete() {
        return errors.guard(Map.of(), () -> {
            collections.delete(id, parameters.number("version").orElse(-1L));
            Redirects.to("/merchant/collections?done=deleted");
            return "";
        });
    }
}
