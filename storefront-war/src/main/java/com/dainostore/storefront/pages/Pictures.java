package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.VariantView;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The gallery of a product page with one picture shown. Every other one is a link, so it works by address alone.
 *
 * @param thumbs none where there is nothing to choose from
 */
public record Pictures(Image shown, List<Thumb> thumbs) {

    /**
     * A picture to choose.
     *
     * @param id unique on the page, and the same before and after the choice
     */
    public record Thumb(String id, String href, String label, Image image, boolean shown) {}

    /**
     * The gallery, or null where the product has no picture.
     *
     * @param place of the picture that the address names, from 1; where it names none, that of the variant is shown, or the first
     * @param variant the one that the address names, or null
     */
    static @Nullable Pictures of(
            ProductView product, @Nullable String place, @Nullable VariantView variant, Shop shop) {
        List<PictureView> pictures = product.images();
        if (pictures.isEmpty()) {
            return null;
        }
        int shown = shown(pictures, place, variant);
        List<Thumb> thumbs = pictures.size() == 1
                ? List.of()
                : IntStream.range(0, pictures.size())
                        .mapToObj(i -> thumb(pictures, i, i == shown, variant, shop))
                        .toList();
        return new Pictures(Image.of(pictures.get(shown)).orElse(product.title()), thumbs);
    }

    private static int shown(List<PictureView> pictures, @Nullable String place, @Nullable VariantView variant) {
        return IntStream.range(0, pictures.size())
                .filter(i -> String.valueOf(i + 1).equals(place))
                .findFirst()
                .orElseGet(() -> IntStream.range(0, pictures.size())
                        .filter(i -> variant != null && pictures.get(i).file().equals(variant.picture()))
                        .findFirst()
                        .orElse(0));
    }

    private static Thumb thumb(
            List<PictureView> pictures, int i, boolean shown, @Nullable VariantView variant, Shop shop) {
        String kept = variant == null ? "" : "variant=" + variant.id() + "&";
        Image image = Image.of(pictures.get(i));
        String label = "Picture " + (i + 1) + " of " + pictures.size();
        return new Thumb(
                "thumb-" + i,
                shop.path("?" + kept + "picture=" + (i + 1)) + "#gallery",
                image.alt().isBlank() ? label : label + ": " + image.alt(),
                image,
                shown);
    }
}
