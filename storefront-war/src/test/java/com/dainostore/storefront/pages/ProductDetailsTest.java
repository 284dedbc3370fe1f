package com.dainostore.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.catalog.WeightUnit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProductDetailsTest {
    private final Templates templates = new Templates();

    @Test
    void aTextOfTheShopFallsIntoParagraphsAtBlankLines() {
        assertThat(LegalPage.paragraphs("One\nline.\r\n\r\n \n\nTwo. ")).isEqualTo(List.of("One\nline.", "Two."));
        assertThat(LegalPage.paragraphs(" \n ")).isEmpty();
    }

    @Test
    void pricesFollowTheLanguageOfTheStore() {
        assertThat(price(Locale.GERMANY)).isEqualTo("79,00\u00a0€");
        assertThat(price(Locale.UK)).isEqualTo("€79.00");
    }

    @Test
    void stockIsToldInWords() {
        Handling uncounted = new Handling(false, false, true, true, "", 0, WeightUnit.G);
        Handling oversold = new Handling(true, true, true, true, "", 0, WeightUnit.G);

        assertThat(stock(24, Handling.USUAL)).isEqualTo("In stock");
        assertThat(stock(3, Handling.USUAL)).isEqualTo("Only 3 left");
        assertThat(stock(0, Handling.USUAL)).isEqualTo("Sold out");
        assertThat(stock(0, uncounted)).isEqualTo("In stock");
        assertThat(stock(3, oversold)).isEqualTo("Only 3 left");
        assertThat(stock(-2, oversold)).isEqualTo("Made to order");
    }

    private static String stock(int pieces, Handling handling) {
        return ProductDetails.Stock.words(new VariantView(
                UUID.randomUUID(), null, null, Fixtures.eur(1), null, List.of(), pieces, handling, null));
    }

    @Test
    void theSummaryEndsAtAWord() {
        ProductDetails page = details("word ".repeat(60));

        assertThat(page.head().description()).hasSizeLessThanOrEqualTo(156).endsWith("word…");
        assertThat(details("").head().description()).isEqualTo("Mug: price and stock.");
        assertThat(details("😀".repeat(200)).head().description()).endsWith("😀…");
    }

    @Test
    void thePageNamesItsLanguageAndTheOneAddressOfItsContent() {
        String html = new String(templates.render("product", details("Blue.")), StandardCharsets.UTF_8);

        assertThat(html)
                .contains("<html lang=\"de-DE\" dir=\"ltr\">")
                .contains("<link rel=\"canonical\" href=\"http://x/products/mug\">")
                .contains("<title>Mug – Aurora</title>");
    }

    @Test
    void arabicIsWrittenFromTheRight() {
        assertThat(Fixtures.shop("noor", "نور", Locale.forLanguageTag("ar-EG")).direction())
                .isEqualTo("rtl");
    }

    private static ProductDetails details(String description) {
        return ProductDetails.of(
                Fixtures.product("mug", "Mug", description, List.of(), List.of(Fixtures.variant("m", 900, null, 1))),
                null,
                null,
                Fixtures.shop("aurora", "Aurora"),
                "http://x/products/mug");
    }

    private static String price(Locale locale) {
        return ProductDetails.of(Fixtures.shirt(), null, null, Fixtures.shop("aurora", "Aurora", locale), "http://x/")
                .price();
    }
}
