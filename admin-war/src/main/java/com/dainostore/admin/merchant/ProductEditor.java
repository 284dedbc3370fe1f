package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.media.Media;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.storage.FindFiles;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The form of a product, new or not. Its buttons either save, or change the shape of the form and save nothing: those are
 * done as soon as it is read, so that the page shows what was typed in its new shape.
 */
public abstract class ProductEditor {
    private static final String ADD = "picture:";
    private static final int MOST_FOUND = 12;

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

    @EJB
    Media media;

    private ProductForm form = ProductForm.NEW;
    private String focus = "";
    private @Nullable List<PictureRow> pictures;

    /** Begins with what was sent, in the shape that was asked for, or else with this. */
    void begin(ProductForm otherwise, UnaryOperator<String> sent) {
        if (!isTyped()) {
            form = otherwise;
            return;
        }
        form = ProductForm.typed(sent);
        String change = parameters.text("change");
        errors.guard(form.names(), () -> {
            form = form.with(
                    form.pictures().after(change, alt(change)),
                    form.fields().after(change),
                    form.choices().after(change, sent));
            focus = focusAfter(change);
            return "";
        });
    }

    private String focusAfter(String change) {
        String[] parts = change.split(":", 2);
        return switch (parts[0]) {
            case "seek", "picture" -> "seek";
            case "picture-up", "picture-down" ->
                parts[0].substring("picture-".length()) + "-" + parts[parts.length - 1];
            case "field" -> "field-" + (form.fields().fields().size() - 1);
            default -> form.choices().focusAfter(change);
        };
    }

    /** What the files of the store say of a picture that is to be added. */
    private String alt(String change) {
        return change.startsWith(ADD)
                ? Parameters.uuid(change.substring(ADD.length()))
                        .flatMap(media::find)
                        .map(StoredFile::alt)
                        .orElse("")
                : "";
    }

    /** The pictures of the form in their order. */
    public List<PictureRow> getPictures() {
        List<PictureRow> known = pictures;
        if (known == null) {
            Map<UUID, StoredFile> files = media.pictures(form.pictures().files());
            known = form.pictures().pictures().stream()
                    .map(picture -> PictureRow.of(picture, files.get(picture.file())))
                    .toList();
            pictures = known;
        }
        return known;
    }

    /** What is looked for among the pictures of the store. */
    public String getSeek() {
        return parameters.text("seek").strip();
    }

    /** Whether pictures to add are shown: since the first look for them. */
    public boolean isSeeking() {
        return parameters.text("change").equals("seek")
                || parameters.text("seeking").equals("yes");
    }

    /** The newest pictures that match what is looked for and that the product does not have. */
    public List<StoredFile> getFound() {
        FindFiles wish = new FindFiles(getSeek(), Optional.empty(), FindFiles.Order.NEWEST, 1);
        return media.list(wish).files().stream()
                .filter(file -> file.folder().holdsPictures() && !file.missing())
                .filter(file -> !form.pictures().files().contains(file.id()))
                .limit(MOST_FOUND)
                .toList();
    }

    /** How many options a product can have. */
    public int getMostOptions() {
        return SaveProduct.MAX_OPTIONS;
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
        pictures = null;
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
