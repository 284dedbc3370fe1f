package com.dainostore.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProductDetailsTest {
    private final Templates templates = new Templates();

    @Test
    void aDescriptionFallsIntoParagraphsAtBlankLines() {
        assertThat(ProductDetails.paragraphs("One\nline.\r\n\r\n \n\nTwo. ")).isEqualTo(List.of("One\nline.", "Two."));
        assertThat(ProductDetails.paragraphs(" \n ")).isEmpty();
    }

    @Test
    void pricesFollowTheLanguageOfTheStore() {
        assertThat(price(Locale.GERMANY)).isEqualTo("79,00\u00a0€");
        assertThat(price(Locale.UK)).isEqualTo("€79.00");
    }

    @Test
    void stockIsToldInWords() {
        assertThat(ProductDetails.Stock.words(24)).isEqualTo("In stock");
        assertThat(ProductDetails.Stock.words(3)).isEqualTo("Only 3 left");
        assertThat(ProductDetails.Stock.words(0)).isEqualTo("Sold out");
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
                Fixtures.shop("aurora", "Aurora"),
                "http://x/products/mug");
    }

    private static String price(Locale locale) {
        return ProductDetails.of(Fixtures.shirt(), null, Fixtures.shop("aurora", "Aurora", locale), "http://x/")
                .price();
    }
}
