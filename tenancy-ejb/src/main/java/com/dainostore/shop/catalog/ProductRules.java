package com.dainostore.shop.catalog;

import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.storage.FileBounds;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of a product before it is saved. It collects everything that is wrong, each with the name of
 * its field, so that a form shows all of it at once.
 */
final class ProductRules {
    static final int MAX_SEO_DESCRIPTION = 1_000;
    static final int MAX_TAGS = 250;
    static final long MAX_AMOUNT = 1_000_000_000_000L;
    static final int MAX_STOCK = 1_000_000_000;
    static final int MAX_GRAMS = 100_000_000;
    private static final int MAX_SOURCE = 2_048;

    private final String currency;
    private final TextRules texts = new TextRules();

    /** @param currency the currency that all prices of the store are in */
    ProductRules(String currency) {
        this.currency = currency;
    }

    /**
     * Refuses a product with anything wrong.
     *
     * @param known whether a variant belongs to the product that is changed
     * @param pictures whether a file is a picture of the store
     */
    void check(SaveProduct product, Predicate<UUID> known, Predicate<UUID> pictures) {
        List<FieldError> errors = objections(product, known, pictures);
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }

    /** Everything that is wrong with the product. */
    List<FieldError> objections(SaveProduct product, Predicate<UUID> known, Predicate<UUID> pictures) {
        checkTexts(product);
        new MetafieldRules(texts).check(product.metafields());
        checkImages(product.images(), pictures);
        checkOptions(product.options());
        checkVariants(product, known);
        return texts.errors();
    }

    private void checkTexts(SaveProduct product) {
        texts.required("title", product.title(), "Give the product a title.");
        texts.handle(product.handle());
        texts.text("description", product.description(), TextRules.MAX_DESCRIPTION);
        texts.text("vendor", product.vendor(), TextRules.MAX_TEXT);
        texts.text("type", product.type(), TextRules.MAX_TEXT);
        texts.text("category", product.category(), TextRules.MAX_TEXT);
        texts.text("seo.title", product.seo().title(), TextRules.MAX_TEXT);
        texts.text("seo.description", product.seo().description(), MAX_SEO_DESCRIPTION);
        texts.atMost("tags", product.tags(), MAX_TAGS);
        for (int i = 0; i < product.tags().size(); i++) {
            texts.required("tags[" + i + "]", product.tags().get(i), "Leave out empty tags.");
        }
    }

    private void checkImages(List<SaveImage> images, Predicate<UUID> pictures) {
        texts.atMost("images", images, SaveProduct.MAX_IMAGES);
        Set<UUID> files = new HashSet<>();
        for (int i = 0; i < images.size(); i++) {
            SaveImage image = images.get(i);
            String field = "images[" + i + "]";
            texts.text(field + ".alt", image.alt(), FileBounds.ALT_LENGTH);
            texts.text(field + ".source", image.source(), MAX_SOURCE);
            if (!pictures.test(image.file())) {
                texts.add(field + ".id", "This shop has no such picture. Add it to the files first.");
            }
            if (!files.add(image.file())) {
                texts.add(field + ".id", "Use each picture once.");
            }
        }
    }

    private void checkOptions(List<String> options) {
        texts.atMost("options", options, SaveProduct.MAX_OPTIONS);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            String field = "options[" + i + "].name";
            texts.required(field, options.get(i), "Give the option a name.");
            if (!names.add(options.get(i).toLowerCase(Locale.ROOT))) {
                texts.add(field, "Another option has this name already.");
            }
        }
    }

    private void checkVariants(SaveProduct product, Predicate<UUID> known) {
        List<SaveVariant> variants = product.variants();
        texts.atMost("variants", variants, SaveProduct.MAX_VARIANTS);
        if (variants.isEmpty()) {
            texts.add("variants", "Give the product a variant with a price.");
        }
        Set<List<String>> choices = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        Set<UUID> images = product.images().stream().map(SaveImage::file).collect(Collectors.toSet());
        for (int i = 0; i < variants.size(); i++) {
            SaveVariant variant = variants.get(i);
            String field = "variants[" + i + "]";
            checkVariant(field, variant);
            if (variant.picture() != null && !images.contains(variant.picture())) {
                texts.add(field + ".image", "Use one of the product's images.");
            }
            checkChoice(field + ".options", variant.options(), product.options().size());
            if (!choices.add(variant.options())) {
                texts.add(field + ".options", "Another variant has these options already.");
            }
            if (variant.id() != null && !(known.test(variant.id()) && ids.add(variant.id()))) {
                texts.add(field + ".id", "This product has no such variant. Leave the id out for a new one.");
            }
        }
    }

    private void checkVariant(String field, SaveVariant variant) {
        texts.text(field + ".sku", variant.sku(), TextRules.MAX_TEXT);
        texts.text(field + ".barcode", variant.barcode(), TextRules.MAX_TEXT);
        checkMoney(field + ".price", variant.price());
        checkMoney(field + ".compareAtPrice", variant.compareAtPrice());
        checkMoney(field + ".cost", variant.cost());
        Money former = variant.compareAtPrice();
        if (former != null && former.amount() <= variant.price().amount()) {
            texts.add(field + ".compareAtPrice", "Use a former price above the price, or leave it out.");
        }
        texts.text(field + ".taxCode", variant.handling().taxCode(), TextRules.MAX_TEXT);
        int grams = variant.handling().weightGrams();
        if (grams < 0 || grams > MAX_GRAMS) {
            texts.add(field + ".weight.grams", "Use a weight from 0 to " + MAX_GRAMS + " grams.");
        }
        if (Math.abs((long) variant.stock()) > MAX_STOCK) {
            texts.add(field + ".stock", "Use a stock of at most " + MAX_STOCK + ".");
        }
    }

    private void checkMoney(String field, @Nullable Money money) {
        if (money == null) {
            return;
        }
        if (money.amount() < 0 || money.amount() > MAX_AMOUNT) {
            texts.add(field + ".amount", "Use an amount from 0 to " + MAX_AMOUNT + ".");
        }
        if (!money.currency().equals(currency)) {
            texts.add(field + ".currency", "Use the currency of the store: " + currency + ".");
        }
    }

    private void checkChoice(String field, List<String> values, int options) {
        if (values.size() != options) {
            texts.add(field, "Give one value for each option of the product, " + options + " in all.");
        }
        for (int i = 0; i < values.size(); i++) {
            texts.required(field + "[" + i + "]", values.get(i), "Give the option a value.");
        }
    }
}
