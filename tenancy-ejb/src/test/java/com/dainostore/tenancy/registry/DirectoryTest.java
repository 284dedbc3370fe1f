package com.dainostore.tenancy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final StoreId A = StoreId.random();
    private static final StoreId B = StoreId.random();

    private final Directory directory = new Directory();

    @Test
    void aStoreIsFoundByEachOfItsNames() {
        directory.put(entry(A, "aurora", "aurora.example"));

        assertThat(directory.byId(A)).get().extracting(Store::handle).isEqualTo("aurora");
        assertThat(directory.byHandle("aurora")).get().extracting(Store::id).isEqualTo(A);
        assertThat(directory.byDomain("aurora.example"))
                .get()
                .extracting(Store::id)
                .isEqualTo(A);
    }

    @Test
    void aNewHandleReplacesTheOldOne() {
        directory.put(entry(A, "aurora"));
        directory.put(entry(A, "dawn"));

        assertThat(directory.byHandle("aurora")).isEmpty();
        assertThat(directory.byHandle("dawn")).get().extracting(Store::id).isEqualTo(A);
    }

    @Test
    void aDomainThatWasGivenUpNamesNobody() {
        directory.put(entry(A, "aurora", "one.example", "two.example"));
        directory.put(entry(A, "aurora", "two.example"));

        assertThat(directory.byDomain("one.example")).isEmpty();
        assertThat(directory.byDomain("two.example")).isPresent();
    }

    @Test
    void aHandleThatPassedToAnotherStoreStaysWithTheNewOneWhenTheOldOneGoes() {
        directory.put(entry(A, "aurora"));
        directory.put(entry(B, "aurora"));
        directory.remove(A);

        assertThat(directory.byHandle("aurora")).get().extracting(Store::id).isEqualTo(B);
    }

    @Test
    void reloadingForgetsWhatIsGone() {
        directory.put(entry(A, "aurora", "aurora.example"));
        directory.put(entry(B, "basalt"));
        directory.replaceAll(List.of(entry(B, "basalt")));

        assertThat(directory.byId(A)).isEmpty();
        assertThat(directory.byHandle("aurora")).isEmpty();
        assertThat(directory.byDomain("aurora.example")).isEmpty();
        assertThat(directory.byHandle("basalt")).isPresent();
    }

    private static Directory.Entry entry(StoreId id, String handle, String... domains) {
        Store store = new Store(id, handle, handle, StoreState.ACTIVE, "standard", "local");
        return new Directory.Entry(store, StoreSettings.DEFAULT, Set.of(domains), Optional.empty(), Set.of());
    }
}
