package com.dainostore.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.CatalogDatabase;
import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.shop.catalog.ProductCard;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.security.TestPeople;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoodsTest {

    @ParameterizedTest
    @EnumSource(DemoStore.class)
    void noTwoGoodsShareAnAddressOrANumber(DemoStore demo) {
        assertThat(Goods.of(demo)).extracting(SaveProduct::handle).doesNotHaveDuplicates();
        assertThat(variants(demo)).extracting(SaveVariant::sku).doesNotHaveDuplicates();
    }

    @Test
    void theGoodsShowWhatPagesHaveToCopeWith() {
        List<SaveProduct> goods = Goods.of(DemoStore.AURORA);

        assertThat(goods).hasSize(24);
        assertThat(Goods.of(DemoStore.BASALT)).hasSize(12);
        assertThat(goods).anyMatch(product -> product.title().length() > 150);
        assertThat(goods).anyMatch(product -> product.vendor().isEmpty());
        assertThat(goods).anyMatch(product -> product.options().size() == 3);
        assertThat(variants(DemoStore.AURORA)).anyMatch(variant -> variant.stock() == 0);
        assertThat(variants(DemoStore.AURORA)).anyMatch(variant -> variant.compareAtPrice() != null);
    }

    @ParameterizedTest
    @EnumSource(DemoStore.class)
    void fillingTwiceOrAfterAStopInTheMiddleEndsTheSame(DemoStore demo) {
        try (CatalogDatabase database = new CatalogDatabase(demo.currency())) {
            List<SaveProduct> goods = Goods.of(demo);
            goods.subList(0, 5).forEach(product -> database.call(catalog -> catalog.create(product)));

            fill(database, demo);
            fill(database, demo);

            List<ProductCard> cards = database.call(catalog -> catalog.products(ListProducts.first(100)))
                    .items();
            assertThat(cards)
                    .extracting(ProductCard::handle)
                    .hasSameSizeAs(goods)
                    .doesNotHaveDuplicates();
            assertThat(cards.get(0).handle())
                    .isEqualTo(goods.get(goods.size() - 1).handle());
        }
    }

    private static void fill(CatalogDatabase database, DemoStore demo) {
        String payload = "{\"demo\":\"" + demo.handle() + "\"}";
        database.call(catalog -> {
            DemoGoodsJob filling = new DemoGoodsJob();
            filling.catalog = catalog;
            filling.store = new CurrentStore();
            filling.store.enter(
                    new Store(StoreId.random(), demo.handle(), demo.handle(), StoreState.ACTIVE, "standard", "local"));
            filling.person = TestPeople.nobody();
            filling.run(new Job(UUID.randomUUID(), Optional.empty(), filling.kind(), payload, 1, 1));
            return null;
        });
    }

    private static Stream<SaveVariant> variants(DemoStore demo) {
        return Goods.of(demo).stream().flatMap(product -> product.variants().stream());
    }
}
