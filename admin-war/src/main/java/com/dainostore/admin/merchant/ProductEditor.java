package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.security.CurrentPerson;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The form of a product, new or not. Its buttons either save, or change the shape of the form and save nothing: those are
 * done as soon as it is read, so that the page shows what was typed in its new shape.
 */
public abstract class ProductEditor {
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
    Catalog catalog;

    private ProductForm form = ProductForm.NEW;
    private String focus = "";

    /** Begins with what was sent, in the shape that was asked for, or else with this. */
    void begin(ProductForm otherwise, UnaryOperator<String> sent) {
        if (!isTyped()) {
            form = otherwise;
            return;
        }
        form = ProductForm.typed(sent);
        String change = parameters.text("change");
        errors.guard(form.names(), () -> {
            form = form.with(form.choices().after(change, sent));
            focus = form.choices().focusAfter(change);
            return "";
        });
    }

    /** Whether the page comes from the form, and so may hold what is not saved. */
    public boolean isTyped() {
        return !parameters.text("variants").isEmpty();
    }

    public ProductForm getForm() {
        return form;
    }

    void show(ProductForm other) {
        form = other;
    }

    public String getCurrency() {
        return directory.settings(store.require().id()).currency();
    }

    /** The field to go on with, or empty. */
    public String getFocus() {
        return focus;
    }

    public int getVariantCount() {
        return form.choices().variants().size();
    }

    /**
     * Saves what the form means.
     *
     * @param id the product that is changed, or null for a new one
     * @param saving gives the address to go on to
     */
    @Nullable
    String save(@Nullable UUID id, Function<SaveProduct, String> saving) {
        String completed = errors.guard(form.names(), () -> {
            form = form.with(form.choices().complete());
            return "";
        });
        return completed == null ? null : errors.guard(form.names(), () -> saving.apply(read(id)));
    }

    private SaveProduct read(@Nullable UUID id) {
        List<FieldError> wrong = new ArrayList<>();
        ProductView before = id == null ? null : catalog.productById(id).orElse(null);
        SaveProduct wanted = form.read(before, getCurrency(), wrong::add);
        if (!wrong.isEmpty()) {
            wrong.addAll(catalog.objections(id, wanted));
            throw new ValidationException(wrong);
        }
        return wanted;
    }
}
