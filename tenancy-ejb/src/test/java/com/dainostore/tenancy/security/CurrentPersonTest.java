package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NoStoreException;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.security.Person.Anonymous;
import com.dainostore.tenancy.security.Person.Operator;
import com.dainostore.tenancy.security.Person.Staff;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurrentPersonTest {
    private final StoreId store = StoreId.random();
    private final CurrentPerson person = TestPeople.nobody();

    @BeforeEach
    void enterStore() {
        person.store = new CurrentStore();
        person.store.enter(new Store(store, "aurora", "Aurora", StoreState.ACTIVE, "basic", "local"));
    }

    @Test
    void nobodyIsKnownAtFirstAndIsAskedToSignIn() {
        assertThat(person.get()).isEqualTo(new Anonymous());
        assertRefused(401, "unauthenticated", () -> person.requireOperator(Scopes.PLATFORM_READ));
        assertRefused(401, "unauthenticated", () -> person.require(Area.CATALOG, Level.VIEW));
    }

    @Test
    void anOperatorIsNoStaffAndStaffAreNoOperators() {
        person.enter(operator(Scopes.OPERATOR));
        assertThat(person.requireOperator(Scopes.PLATFORM_WRITE).email()).isEqualTo("o@x");
        assertRefused(403, "forbidden", () -> person.require(Area.CATALOG, Level.VIEW));

        CurrentPerson other = TestPeople.nobody();
        other.store = person.store;
        other.enter(staff(store, Scopes.STAFF));
        assertThat(other.requireStaff().email()).isEqualTo("s@x");
        assertRefused(403, "forbidden", () -> other.requireOperator(Scopes.PLATFORM_READ));
    }

    @Test
    void aLimitedTokenPassesOnlyWhereItsScopeIsNamed() {
        person.enter(operator(Set.of(Scopes.PLATFORM_READ)));

        assertThat(person.requireOperator(Scopes.PLATFORM_READ).email()).isEqualTo("o@x");
        assertRefused(403, "forbidden", () -> person.requireOperator(Scopes.PLATFORM_WRITE));
    }

    @Test
    void staffWithALimitedTokenPassOnlyWhereItsScopeIsNamed() {
        person.enter(staff(store, Set.of("products:read")));

        person.require(Area.CATALOG, Level.VIEW);
        assertRefused(403, "forbidden", () -> person.require(Area.CATALOG, Level.EDIT));
    }

    @Test
    void staffOfAnotherStoreAreRefused() {
        person.enter(staff(StoreId.random(), Scopes.STAFF));

        assertThatThrownBy(() -> person.require(Area.CATALOG, Level.VIEW)).isInstanceOf(StoreMismatchException.class);
        assertThatThrownBy(person::requireStaff).isInstanceOf(StoreMismatchException.class);
    }

    @Test
    void nobodyActsOnWhatBelongsToAnotherStoreThanTheRequest() {
        StoreId other = StoreId.random();
        person.enter(staff(other, Scopes.STAFF));

        assertThatThrownBy(() -> person.authorize(new Resource(other, Area.CATALOG), Level.VIEW))
                .isInstanceOf(StoreMismatchException.class);
    }

    @Test
    void withoutAStoreThereIsNoStaff() {
        person.store = new CurrentStore();
        person.enter(staff(store, Scopes.STAFF));

        assertThatThrownBy(() -> person.require(Area.CATALOG, Level.VIEW)).isInstanceOf(NoStoreException.class);
        assertThatThrownBy(person::requireStaff).isInstanceOf(NoStoreException.class);
    }

    @Test
    void aRequestThatHasAPersonCannotBecomeAnothers() {
        Operator first = operator(Scopes.OPERATOR);
        person.enter(first);
        person.enter(first);

        assertRefused(403, "forbidden", () -> person.enter(operator(Scopes.OPERATOR)));
        assertRefused(403, "forbidden", () -> person.enter(new Anonymous()));
        assertThat(person.get()).isEqualTo(first);
    }

    private static Operator operator(Set<String> scopes) {
        return new Operator(UUID.randomUUID(), "o@x", scopes);
    }

    private static Staff staff(StoreId store, Set<String> scopes) {
        return new Staff(store, UUID.randomUUID(), "s@x", "Sam", FixedRole.OWNER, scopes);
    }

    private static void assertRefused(int status, String type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.type()).isEqualTo(type);
        });
    }
}
