package com.dainostore.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.Metafield;
import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.ProductViews;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.money.Money;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProductJsonTest {
    private static final String PRODUCT = """
            {"id":"00000000-0000-0007-0000-000000000001","handle":"lamp","title":"Lampe \\"Höhe\\" 灯",\
            "description":"<p>One.</p>","status":"active","vendor":"","type":"Lamp","category":"Home","giftCard":false,\
            "tags":["light"],\
            "options":[{"name":"Size","values":["S"]}],\
            "variants":[{"id":"00000000-0000-0007-0000-000000000002","sku":"L-1","barcode":null,\
            "price":{"amount":1250,"currency":"EUR"},"compareAtPrice":null,"options":["S"],"stock":0,\
            "available":false,"image":"00000000-0000-0007-0000-000000000003","tracked":true,"oversell":false,\
            "requiresShipping":true,"taxable":true,"taxCode":"","weight":{"grams":0,"unit":"g"}}],\
            "images":[{"id":"00000000-0000-0007-0000-000000000003","url":"/media/00000000-0000-0007-0000-000000000003/a.jpg",\
            "alt":"A","width":700,"height":500,"widths":[160,320,640]}],\
            "metafields":[{"namespace":"custom","key":"watts","type":"number_integer","value":"15"}],"seo":{"title":null,"description":"Seen"}}""";

    @Test
    void aProductHasTheShapeOfTheContract() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ProductWriter()
                .writeTo(
                        product(),
                        ProductView.class,
                        ProductView.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(PRODUCT);
    }

    @Test
    void aListHasItsItemsAndWhereToGoOn() {
        assertThat(written(new ProductViews(List.of(product()), "abc")))
                .isEqualTo("{\"items\":[" + PRODUCT + "],\"nextCursor\":\"abc\"}");
        assertThat(written(new ProductViews(List.of(), null))).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    private static String written(ProductViews page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ProductListWriter()
                .writeTo(
                        page,
                        ProductViews.class,
                        ProductViews.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ProductView product() {
        VariantView variant = new VariantView(
                new UUID(7, 2),
                "L-1",
                null,
                new Money(1250, "EUR"),
                null,
                List.of("S"),
                0,
                Handling.USUAL,
                new UUID(7, 3));
        return new ProductView(
                new UUID(7, 1),
                "lamp",
                "Lampe \"Höhe\" 灯",
                "<p>One.</p>",
                ProductStatus.ACTIVE,
                "",
                "Lamp",
                "Home",
                false,
                List.of("light"),
                List.of(new ProductView.OptionView("Size", List.of("S"))),
                List.of(variant),
                List.of(new PictureView(new UUID(7, 3), "a.jpg", 700, 500, "A", "https://cdn.example/a.jpg")),
                List.of(new Metafield("custom", "watts", "number_integer", "15")),
                new ProductView.Seo(null, "Seen"),
                3);
    }
}
