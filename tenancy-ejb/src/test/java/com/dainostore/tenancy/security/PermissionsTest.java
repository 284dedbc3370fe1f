package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTest {
    @Test
    void whatIsNotNamedIsNotAllowed() {
        Permissions permissions = new Permissions(Map.of(Area.ORDERS, Level.EDIT, Area.TEAM, Level.NONE));

        assertThat(permissions.allow(Area.ORDERS, Level.VIEW)).isTrue();
        assertThat(permissions.allow(Area.ORDERS, Level.EDIT)).isTrue();
        assertThat(permissions.allow(Area.ORDERS, Level.FULL)).isFalse();
        assertThat(permissions.allow(Area.TEAM, Level.VIEW)).isFalse();
        assertThat(permissions.allow(Area.CATALOG, Level.VIEW)).isFalse();
        assertThat(permissions).hasToString("orders:edit");
    }

    @ParameterizedTest
    @CsvSource({
        "catalog:full, catalog:full",
        "catalog:full team:all, catalog:full",
        "catalog, ''",
        "everything:full, ''",
        "CATALOG:FULL, ''",
        "catalog:full:more, ''",
        "catalog:full catalog:none, ''",
        "'', ''"
    })
    void wordsThatAreNotKnownAllowNothing(String text, String understood) {
        assertThat(Permissions.parse(text)).hasToString(understood);
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleComesBackFromItsText(FixedRole role) {
        assertThat(Permissions.parse(role.permissions().toString())).isEqualTo(role.permissions());
    }

    @Test
    void permissionsCoverOthersOnlyInEveryArea() {
        Permissions all = FixedRole.ADMIN.permissions();
        Permissions some = Permissions.parse("catalog:full orders:view");

        assertThat(all.cover(some)).isTrue();
        assertThat(some.cover(some)).isTrue();
        assertThat(some.cover(Permissions.NOTHING)).isTrue();
        assertThat(some.cover(Permissions.parse("orders:edit"))).isFalse();
        assertThat(some.cover(Permissions.parse("team:view"))).isFalse();
    }

    @Test
    void aTokenCanHaveTheScopesThatThePermissionsMakeUseOf() {
        assertThat(Permissions.parse("catalog:edit orders:view").scopes())
                .containsExactlyInAnyOrder("products:read", "products:write", "orders:read");
        assertThat(Scopes.STAFF).hasSize(2 * Area.values().length);
    }
}
