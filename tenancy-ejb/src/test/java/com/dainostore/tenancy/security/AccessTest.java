package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.security.Person.Anonymous;
import com.dainostore.tenancy.security.Person.Operator;
import com.dainostore.tenancy.security.Person.Staff;
import com.dainostore.tenancy.security.Person.Work;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTest {
    private static final StoreId STORE = StoreId.random();
    private static final List<Level> ACTIONS = List.of(Level.VIEW, Level.EDIT, Level.FULL);

    /** What each role reaches in the order of the areas: catalog, orders, customers, marketing, analytics, settings, team. */
    private static final Map<FixedRole, String> TABLE = Map.of(
            FixedRole.OWNER, "full full full full full full full",
            FixedRole.ADMIN, "full full full full full full full",
            FixedRole.MANAGER, "full full full full view view view",
            FixedRole.STAFF, "edit edit edit view none none none",
            FixedRole.READ_ONLY, "view view view view view view view");

    static Stream<Arguments> everyRoleAreaAndAction() {
        return Arrays.stream(FixedRole.values()).flatMap(role -> Arrays.stream(Area.values())
                .flatMap(area -> ACTIONS.stream().map(action -> Arguments.of(role, area, action))));
    }

    @ParameterizedTest
    @MethodSource("everyRoleAreaAndAction")
    void aRoleReachesWhatTheTableSaysAndNothingElse(FixedRole role, Area area, Level action) {
        Level reached = Level.ofCode(TABLE.get(role).split(" ")[area.ordinal()]).orElseThrow();
        Person person = staff(STORE, role, Scopes.STAFF);

        if (reached.compareTo(action) >= 0) {
            assertThatCode(() -> Access.authorize(person, new Resource(STORE, area), action))
                    .doesNotThrowAnyException();
        } else {
            assertRefused(403, "forbidden", person, area, action);
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoleAreaAndAction")
    void inAnotherStoreEveryRoleIsRefusedAsOfAnotherStore(FixedRole role, Area area, Level action) {
        assertThatThrownBy(() -> Access.authorize(
                        staff(StoreId.random(), role, Scopes.STAFF), new Resource(STORE, area), action))
                .isInstanceOf(StoreMismatchException.class);
        assertThatThrownBy(() ->
                        Access.authorize(staff(StoreId.random(), role, Set.of()), new Resource(STORE, area), action))
                .isInstanceOf(StoreMismatchException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenWithoutTheScopeAllowsNotEvenAnOwner(Area area) {
        for (Level action : ACTIONS) {
            Set<String> allButThis = new HashSet<>(Scopes.STAFF);
            allButThis.remove(area.scope(action));
            assertRefused(403, "forbidden", staff(STORE, FixedRole.OWNER, allButThis), area, action);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScopeGivesNothingThatTheRoleDoesNotAllow(Area area) {
        Person person =
                staff(STORE, new CustomRole(UUID.randomUUID(), "Nothing", Permissions.NOTHING, 1), Scopes.STAFF);

        ACTIONS.forEach(action -> assertRefused(403, "forbidden", person, area, action));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotOfTheStaffIsRefused(Area area) {
        for (Level action : ACTIONS) {
            assertRefused(401, "unauthenticated", new Anonymous(), area, action);
            assertRefused(403, "forbidden", new Operator(UUID.randomUUID(), "o@x", Scopes.OPERATOR), area, action);
            assertRefused(403, "cross-store", new Work(StoreId.random(), "a-job"), area, action);
        }
    }

    @Test
    void thePlatformsWorkMayDoWhatItsStoreNeeds() {
        assertThat(Access.refusal(new Work(STORE, "a-job"), new Resource(STORE, Area.CATALOG), Level.FULL))
                .isEmpty();
    }

    @Test
    void nobodyIsAskedForNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Access.authorize(
                        staff(STORE, FixedRole.OWNER, Scopes.STAFF), new Resource(STORE, Area.TEAM), Level.NONE));
    }

    @Test
    void aPageSeesWhatSomebodyMayDo() {
        Staff person = staff(STORE, FixedRole.STAFF, Set.of("products:read", "products:write", "team:read"));

        assertThat(person.may(Area.CATALOG, Level.EDIT)).isTrue();
        assertThat(person.may(Area.CATALOG, Level.FULL)).isFalse();
        assertThat(person.may(Area.ORDERS, Level.VIEW)).isFalse();
        assertThat(person.may(Area.TEAM, Level.VIEW)).isFalse();
    }

    private static Staff staff(StoreId store, Role role, Set<String> scopes) {
        return new Staff(store, UUID.randomUUID(), "s@x", "Sam", role, scopes);
    }

    private static void assertRefused(int status, String type, Person person, Area area, Level action) {
        assertThatThrownBy(() -> Access.authorize(person, new Resource(STORE, area), action))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(status);
                    assertThat(refusal.type()).isEqualTo(type);
                });
    }
}
