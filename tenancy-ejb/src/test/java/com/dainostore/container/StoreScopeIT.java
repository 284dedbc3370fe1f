package com.dainostore.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.shop.catalog.ProductCard;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NoStoreException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreMismatchException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A boundary works for the current store alone, and for nobody without one. */
@ExtendWith(ArquillianExtension.class)
class StoreScopeIT {
    private static final ListProducts PAGE = ListProducts.first(100);

    @Inject
    Catalog catalog;

    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    @Inject
    UserTransaction transaction;

    @Deployment
    static WebArchive archive() {
        return Container.archive(StoreScopeIT.class);
    }

    @Test
    void withoutAStoreThereIsNoEntry() {
        assertThatExceptionOfType(NoStoreException.class).isThrownBy(() -> catalog.products(PAGE));
    }

    @Test
    void eachStoreShowsItsOwnProducts() throws Exception {
        List<UUID> aurora = products("aurora");
        List<UUID> basalt = products("basalt");
        assertThat(aurora).isNotEmpty();
        assertThat(basalt).isNotEmpty().doesNotContainAnyElementsOf(aurora);
        assertThat(products("aurora")).containsAll(aurora).doesNotContainAnyElementsOf(basalt);
    }

    @Test
    void theStoreBeforeIsBackAfterAnException() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> current.call(Container.activeStore(directory, "aurora"), () -> {
                    throw new IllegalStateException("work failed");
                }));
        assertThat(current.get()).isEmpty();
    }

    @Test
    void oneTransactionIsForOneStore() throws Exception {
        Store aurora = Container.activeStore(directory, "aurora");
        Store basalt = Container.activeStore(directory, "basalt");
        transaction.begin();
        try {
            current.call(aurora, () -> catalog.products(PAGE));
            assertThatExceptionOfType(StoreMismatchException.class)
                    .isThrownBy(() -> current.call(basalt, () -> catalog.products(PAGE)));
        } finally {
            transaction.rollback();
        }
    }

    /** What is for sale by now: a demo store is filled after it has opened. */
    /** The ids: a product that is just being made may get its pictures between two looks. */
    private List<UUID> products(String handle) throws Exception {
        Store store = Container.activeStore(directory, handle);
        return current.call(
                store,
                () -> Container.eventually(
                        "products in " + handle, () -> Optional.of(catalog.products(PAGE).items().stream()
                                        .map(ProductCard::id)
                                        .toList())
                                .filter(ids -> !ids.isEmpty())));
    }
}
