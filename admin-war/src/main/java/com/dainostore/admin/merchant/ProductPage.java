package com.dainostore.admin.merchant;

import com.dainostore.admin.Redirects;
import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.RichText;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.review.LastChange;
import com.dainostore.tenancy.review.LastChanges;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product. What is saved names the version that it was made from; where a colleague was faster nothing is saved, and both
 * are shown beside each other.
 */
@Named("product")
@RequestScoped
public class ProductPage extends ProductEditor {
    private static final String TAKE_THEIRS = "theirs:";

    @EJB
    LastChanges changes;

    private UUID id = new UUID(0, 0);
    private @Nullable ProductView product;
    private boolean comparing;

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.VIEW);
        id = parameters.requireUuid("id");
        comparing = !parameters.text("compare").isEmpty();
        ProductForm saved = ProductForm.of(load());
        String change = parameters.text("change");
        String taken = change.startsWith(TAKE_THEIRS) ? change.substring(TAKE_THEIRS.length()) : "";
        Map<String, String> theirs = ProductDifferences.texts(saved);
        begin(saved, name -> name.equals(taken) && theirs.containsKey(name) ? theirs.get(name) : parameters.text(name));
        ProductForm yours = getForm();
        switch (taken) {
            case ProductDifferences.VARIANTS -> show(yours.with(saved.choices()));
            case ProductDifferences.PICTURES -> show(yours.with(saved.pictures(), yours.fields(), yours.choices()));
            case ProductDifferences.FIELDS -> show(yours.with(yours.pictures(), saved.fields(), yours.choices()));
            default -> {
                // A text was taken, or nothing.
            }
        }
    }

    private ProductView load() {
        ProductView found = catalog.productById(id)
                .orElseThrow(
                        () -> new NotFoundException("There is no product with this id. It may have been deleted."));
        product = found;
        return found;
    }

    public ProductView getProduct() {
        ProductView known = product;
        return known == null ? load() : known;
    }

    /** The version that the form is made from: of two who change it the second has to look first. */
    public long getVersion() {
        return isTyped() && !comparing
                ? parameters.number("version").orElse(-1L)
                : getProduct().version();
    }

    /** The description as somebody reads it who cannot change it. */
    public String getWords() {
        return RichText.plain(getProduct().description());
    }

    public @Nullable LastChange getLast() {
        return changes.inCatalog("product", id).orElse(null);
    }

    public @Nullable String save() {
        return save(id, this::update);
    }

    private String update(SaveProduct wanted) {
        try {
            catalog.update(id, wanted, parameters.number("version").orElse(-1L));
        } catch (ChangedMeanwhileException e) {
            comparing = true;
            load();
            return "";
        }
        Redirects.to("/merchant/product?id=" + id + "&done=saved");
        return "";
    }

    /** Whether it has more variants than the form can hold. */
    public boolean isWide() {
        return getProduct().variants().size() > VariantsForm.MOST;
    }

    /** Why pictures were not added, a line for each. */
    public List<String> getRefused() {
        return UploadNotice.sentences(parameters.texts("refused"));
    }

    /** Whether somebody else has changed the product since the form was filled in. */
    public boolean isComparing() {
        return comparing;
    }

    public List<Difference> getDifferences() {
        return comparing ? ProductDifferences.between(ProductForm.of(getProduct()), getForm()) : List.of();
    }

    /** Whether to ask before the product is deleted. */
    public boolean isAsking() {
        return parameters.text("ask").equals("delete");
    }

    public @Nullable String delete() {
        return errors.guard(Map.of(), () -> {
            catalog.delete(id, parameters.number("version").orElse(-1L));
            Redirects.to("/merchant/products?done=deleted&n=1");
            return "";
        });
    }

    /** Pieces of all variants together. */
    public long getStock() {
        return getProduct().variants().stream().mapToLong(VariantView::stock).sum();
    }

    public String money(Money amount) {
        return amount.format(directory.settings(store.require().id()).locale());
    }
}
