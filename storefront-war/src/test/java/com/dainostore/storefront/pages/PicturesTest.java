package com.dainostore.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.VariantView;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final String PATH = "/media/" + new UUID(7, 3) + "/a.jpg";
    private final Templates templates = new Templates();
    private final Shop shop = Fixtures.shop("aurora", "Aurora");
    private final ProductView product = Fixtures.complete();

    @Test
    void aPictureComesInAllItsWidthsAndNoneThatIsLarger() {
        Image small = Image.of(new PictureView(new UUID(7, 3), "a.jpg", 700, 500, "A", null));
        Image large = Image.of(new PictureView(new UUID(7, 3), "a.jpg", 4_000, 3_000, "A", null));
        Image tiny = Image.of(new PictureView(new UUID(7, 3), "a.jpg", 100, 80, "A", null));

        assertThat(small.sources())
                .isEqualTo(PATH + "?w=160 160w, " + PATH + "?w=320 320w, " + PATH + "?w=640 640w, " + PATH + " 700w");
        assertThat(large.sources()).endsWith(PATH + "?w=1920 1920w");
        assertThat(large.address()).isEqualTo(PATH + "?w=640");
        assertThat(tiny.sources()).isEqualTo(PATH + " 100w");
        assertThat(tiny.address()).isEqualTo(PATH);
    }

    @Test
    void theFirstPictureIsShownUntilAnotherOneIsChosen() {
        VariantView moss = product.variants().get(5);

        assertThat(shown(null, null)).isEqualTo(0);
        assertThat(shown("3", null)).isEqualTo(2);
        assertThat(shown(null, moss)).as("that of the variant").isEqualTo(1);
        assertThat(shown("3", moss)).as("what was chosen last").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "-1", "x", "", "999999999999", "1 "})
    void anAddressThatNamesNoPictureShowsTheFirst(String place) {
        assertThat(shown(place, null)).isEqualTo(0);
    }

    @Test
    void choosingAPictureKeepsTheVariantThatWasChosen() {
        VariantView moss = product.variants().get(5);

        assertThat(pictures(null, moss).thumbs().get(2).href())
                .isEqualTo("?variant=" + moss.id() + "&picture=3#gallery");
        assertThat(pictures(null, null).thumbs().get(2).href()).isEqualTo("?picture=3#gallery");
        assertThat(pictures(null, null).thumbs())
                .extracting(Pictures.Thumb::label)
                .startsWith("Picture 1 of 5: A lamp of opal glass above a table", "Picture 2 of 5");
    }

    @Test
    void thePageTellsOthersOfItsPictures() {
        ProductDetails page =
                ProductDetails.of(product, null, null, shop, "https://aurora.example/products/linen-shirt");
        String first = "https://aurora.example" + product.images().get(0).path() + "?w=1280";
        JsonObject data = Json.createReader(
                        new StringReader(Objects.requireNonNull(page.head().data())))
                .readObject();

        assertThat(html(page)).contains("<meta property=\"og:image\" content=\"" + first + "\">");
        assertThat(data.getJsonArray("image")).hasSize(5);
        assertThat(data.getJsonArray("image").getString(0)).isEqualTo(first);
        assertThat(data.getString("category")).isEqualTo("Clothing > Shirts");
        assertThat(data.getJsonObject("offers").getString("@type")).isEqualTo("AggregateOffer");
    }

    @Test
    void aPictureThatNobodyDescribedIsCalledByItsProduct() {
        assertThat(html(ProductDetails.of(product, null, "2", shop, "http://x/p")))
                .contains("alt=\"Linen shirt with a stand-up collar\"");
    }

    @Test
    void aProductWithoutPicturesHasADrawnOne() {
        assertThat(html(ProductDetails.of(Fixtures.shirt(), null, null, shop, "http://x/p")))
                .contains("<svg class=\"art", "No picture yet")
                .doesNotContain("<img", "og:image");
    }

    @Test
    void theDetailsAreReadByPeople() {
        List<Fact> facts = Fact.of(product, product.variants().get(0), Locale.UK);

        assertThat(facts)
                .contains(
                        new Fact("Weight", "340\u00a0g", null),
                        new Fact("Material", "100 % linen, 240 g/m²", null),
                        new Fact("Made by hand", "Yes", null),
                        new Fact("In the shop since", "1 March 2026", null),
                        new Fact("Care guide", "https://example.org/care", "https://example.org/care"),
                        new Fact("Colours", "Sand, Moss", null));
        assertThat(facts).extracting(Fact::name).doesNotContain("Color pattern", "Condition");
    }

    private int shown(@Nullable String place, @Nullable VariantView variant) {
        List<Pictures.Thumb> thumbs = pictures(place, variant).thumbs();
        Optional<Pictures.Thumb> shown =
                thumbs.stream().filter(Pictures.Thumb::shown).findFirst();
        return thumbs.indexOf(shown.orElseThrow());
    }

    private Pictures pictures(@Nullable String place, @Nullable VariantView variant) {
        return Objects.requireNonNull(Pictures.of(product, place, variant, shop));
    }

    private String html(ProductDetails page) {
        return new String(templates.render("product", page), StandardCharsets.UTF_8);
    }
}
