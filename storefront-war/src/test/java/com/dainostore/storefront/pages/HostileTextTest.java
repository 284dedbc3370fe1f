package com.dainostore.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.CollectionCard;
import com.dainostore.shop.catalog.Metafield;
import com.dainostore.shop.catalog.ProductCard;
import com.dainostore.shop.catalog.ProductPage;
import com.dainostore.shop.catalog.ProductView;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text on a page comes from a merchant: none may become markup, script, an attribute or an address. */
class HostileTextTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
    private final Templates templates = new Templates();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</title><script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' onfocus='alert(1)",
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "javascript:alert(1)",
                "<img src=x onerror=alert(1)>",
                "&lt;b&gt;",
                "\u2028alert(1)\u2029",
                "]]><svg onload=alert(1)>"
            })
    void aMerchantsTextStaysText(String text) {
        String page = product(text);

        assertThat(page).doesNotContain("<script>alert", "<img src=x", "<svg onload", "<!--");
        assertThat(page.replaceAll("\"[^\"]*\"", "\"\"")).doesNotContainPattern("<[a-z][^>]*\\son[a-z]+=");
        assertThat(page).doesNotContainPattern("href=\"\\s*javascript:");
        assertThat(data(page).getString("name")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "\"><script>alert(1)</script>", "../admin"})
    void aHandleStaysInsideItsAddress(String handle) {
        ProductCard card =
                new ProductCard(UUID.randomUUID(), handle, "Mug", "", Fixtures.eur(100), null, false, true, null);
        Shop shop = Fixtures.shop("aurora", "Aurora");
        String page = html(
                "home",
                HomePage.of(
                        shop,
                        List.of(new CollectionCard(handle, handle, null)),
                        new ProductPage(List.of(card), null),
                        "http://x/"));

        assertThat(page).doesNotContain("<script>alert");
        assertThat(page).doesNotContainPattern("href=\"(javascript|\\.\\.)");
    }

    @Test
    void theNameOfAStoreStaysText() {
        String page = html(
                "home",
                HomePage.of(
                        Fixtures.shop("aurora", "<b>Aurora</b>\""), List.of(), Fixtures.cards(3, null), "http://x/"));

        assertThat(page).contains("&lt;b&gt;Aurora").doesNotContain("<b>");
    }

    private String product(String text) {
        ProductView product = Fixtures.product(
                "mug",
                text,
                text + "\n\n" + text,
                List.of(new ProductView.OptionView(text, List.of(text, "other"))),
                List.of(Fixtures.variant(text, 100, null, 1, text), Fixtures.variant("b", 100, null, 1, "other")));
        product = new ProductView(
                product.id(),
                product.handle(),
                product.title(),
                "<p>" + text + "</p>", // as if it had come into the database past all checks
                product.status(),
                text,
                text,
                text,
                false,
                List.of(text),
                product.options(),
                product.variants(),
                List.of(Fixtures.picture("a.jpg", 900, 900, text), Fixtures.picture("b.jpg", 900, 900, text)),
                List.of(
                        new Metafield("custom", text, "multi_line_text_field", text),
                        new Metafield("custom", "link", "unknown", text)),
                product.seo(),
                1);
        return html(
                "product",
                ProductDetails.of(product, null, null, Fixtures.shop("aurora", text), "http://x/products/mug"));
    }

    private String html(String template, Object page) {
        return new String(templates.render(template, page), StandardCharsets.UTF_8);
    }

    private static JsonObject data(String page) {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return Json.createReader(new StringReader(data.group(1))).readObject();
    }
}
