package com.dainostore.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CurrentStoreTest {
    private final CurrentStore current = new CurrentStore();
    private final Store a = store();
    private final Store b = store();

    @Test
    void withoutAStoreThereIsNoDefault() {
        assertThatThrownBy(current::require).isInstanceOf(NoStoreException.class);
    }

    @Test
    void aRequestCannotMoveToAnotherStore() {
        current.enter(a);
        current.enter(a);

        assertThatThrownBy(() -> current.enter(b)).isInstanceOf(StoreMismatchException.class);
        assertThat(current.require()).isEqualTo(a);
    }

    @Test
    void whatWasBeforeComesBackAfterAnException() {
        current.enter(a);

        assertThatThrownBy(() -> current.call(b, () -> {
                    assertThat(current.require()).isEqualTo(b);
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(current.require()).isEqualTo(a);
    }

    private static Store store() {
        return new Store(StoreId.random(), "handle", "Name", StoreState.ACTIVE, "standard", "local");
    }
}
