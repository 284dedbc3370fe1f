package com.dainostore.shop.imports;

import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.Metafield;
import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.money.Money;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole catalog as a CSV file in the form of Shopify's exports, which an import takes for the same catalog. No spreadsheet
 * takes anything in it for a formula.
 */
@ApplicationScoped
public class ExportFile {
    @EJB
    Exports exports;

    /** Writes it page by page, however large it is. */
    public void write(OutputStream out) throws IOException {
        ExportShape shape = exports.begin();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(header(shape));
        ExportPage page = exports.page(Optional.empty());
        while (!page.products().isEmpty()) {
            for (ProductView product : page.products()) {
                new Rows(shape, product, page.costs()).write(csv);
            }
            UUID last = page.products().get(page.products().size() - 1).id();
            page = exports.page(Optional.of(last));
        }
        csv.flush();
    }

    static List<String> header(ExportShape shape) {
        List<String> names = new ArrayList<>(
                List.of("Handle", "Title", "Body (HTML)", "Vendor", "Product Category", "Type", "Tags", "Published"));
        for (int i = 1; i <= shape.options(); i++) {
            names.add("Option" + i + " Name");
            names.add("Option" + i + " Value");
        }
        names.addAll(List.of(
                "Variant SKU",
                "Variant Grams",
                "Variant Inventory Tracker",
                "Variant Inventory Qty",
                "Variant Inventory Policy",
                "Variant Fulfillment Service",
                "Variant Price",
                "Variant Compare At Price",
                "Variant Requires Shipping",
                "Variant Taxable",
                "Variant Barcode",
                "Image Src",
                "Image Position",
                "Image Alt Text",
                "Gift Card",
                "SEO Title",
                "SEO Description"));
        shape.metafields().forEach(field -> names.add(name(field.get(0), field.get(1))));
        names.addAll(List.of("Variant Image", "Variant Weight Unit", "Variant Tax Code", "Cost per item", "Status"));
        return names;
    }

    private static String name(String namespace, String key) {
        return namespace.equals(KeptColumns.NAMESPACE)
                ? KeptColumns.name(key)
                : "%s (product.metafields.%s.%s)".formatted(key, namespace, key);
    }

    /** The rows of one product. */
    private record Rows(ExportShape shape, ProductView product, Map<UUID, Money> costs) {
        void write(CsvWriter csv) {
            int count = Math.max(product.variants().size(), product.images().size());
            for (int i = 0; i < count; i++) {
                List<String> row = new ArrayList<>();
                row.add(product.handle());
                product(row, i == 0);
                VariantView variant =
                        i < product.variants().size() ? product.variants().get(i) : null;
                options(row, variant, i == 0);
                variant(row, variant);
                picture(row, i);
                fields(row, i == 0);
                rest(row, variant, i == 0);
                csv.writeRecord(row);
            }
        }

        private void product(List<String> row, boolean first) {
            row.add(first ? Cells.mark(product.title()) : "");
            row.add(first ? Cells.mark(product.description()) : "");
            row.add(first ? Cells.mark(product.vendor()) : "");
            row.add(first ? Cells.mark(product.category()) : "");
            row.add(first ? Cells.mark(product.type()) : "");
            row.add(first ? product.tags().stream().map(Cells::mark).collect(Collectors.joining(", ")) : "");
            row.add(first ? Boolean.toString(product.status() == ProductStatus.ACTIVE) : "");
        }

        private void options(List<String> row, @Nullable VariantView variant, boolean first) {
            boolean none = product.options().isEmpty();
            for (int i = 0; i < shape.options(); i++) {
                String name = i < product.options().size()
                        ? Cells.mark(product.options().get(i).name())
                        : none && i == 0 ? "Title" : "";
                String value = variant == null
                        ? ""
                        : i < variant.options().size()
                                ? Cells.mark(variant.options().get(i))
                                : none && i == 0 ? "Default Title" : "";
                row.add(first ? name : "");
                row.add(value);
            }
        }

        private static void variant(List<String> row, @Nullable VariantView variant) {
            if (variant == null) {
                row.addAll(List.of("", "", "", "", "", "", "", "", "", "", ""));
                return;
            }
            Handling handling = variant.handling();
            row.add(code(variant.sku()));
            row.add(Integer.toString(handling.weightGrams()));
            row.add(handling.tracked() ? "shopify" : "");
            row.add(Integer.toString(variant.stock()));
            row.add(handling.oversell() ? "continue" : "deny");
            row.add("manual");
            row.add(amount(variant.price()));
            row.add(amount(variant.compareAtPrice()));
            row.add(Boolean.toString(handling.requiresShipping()));
            row.add(Boolean.toString(handling.taxable()));
            row.add(code(variant.barcode()));
        }

        private void picture(List<String> row, int index) {
            if (index < product.images().size()) {
                PictureView picture = product.images().get(index);
                row.add(shape.shop() + picture.path());
                row.add(Integer.toString(index + 1));
                row.add(Cells.mark(picture.alt()));
            } else {
                row.addAll(List.of("", "", ""));
            }
        }

        private void fields(List<String> row, boolean first) {
            row.add(first ? Boolean.toString(product.giftCard()) : "");
            row.add(first ? text(product.seo().title()) : "");
            row.add(first ? text(product.seo().description()) : "");
            Map<List<String>, String> values = new HashMap<>();
            for (Metafield field : product.metafields()) {
                values.put(List.of(field.namespace(), field.key()), field.value());
            }
            shape.metafields().forEach(name -> row.add(first ? text(values.get(name)) : ""));
        }

        private void rest(List<String> row, @Nullable VariantView variant, boolean first) {
            if (variant == null) {
                row.addAll(List.of("", "", "", ""));
            } else {
                row.add(product.images().stream()
                        .filter(picture -> picture.file().equals(variant.picture()))
                        .map(picture -> shape.shop() + picture.path())
                        .findFirst()
                        .orElse(""));
                row.add(variant.handling().weightUnit().code());
                row.add(code(variant.handling().taxCode()));
                row.add(amount(costs.get(variant.id())));
            }
            row.add(first ? product.status().code() : "");
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : Cells.mark(text);
        }

        private static String code(@Nullable String code) {
            return code == null ? "" : Cells.markCode(code);
        }

        private static String amount(@Nullable Money money) {
            return money == null ? "" : money.toMajor().toPlainString();
        }
    }
}
