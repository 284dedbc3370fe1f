package com.dainostore.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.SaveCollection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoCollectionsTest {

    @ParameterizedTest
    @EnumSource(DemoStore.class)
    void eachIsEitherPickedOrFillsItself(DemoStore demo) {
        DemoCollections collections = new DemoCollections(demo);
        Map<String, UUID> ids = collections.products().stream()
                .collect(Collectors.toMap(Function.identity(), handle -> UUID.randomUUID()));
        List<SaveCollection> all = collections.all(ids);

        assertThat(all).hasSizeGreaterThan(5).anyMatch(one -> one.rules() != null);
        assertThat(all).allMatch(one -> one.products().isEmpty() == (one.rules() != null));
        assertThat(all).noneMatch(one -> one.description().contains("<"));
    }
}
