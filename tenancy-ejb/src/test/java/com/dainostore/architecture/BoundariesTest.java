package com.dainostore.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CustomRole;
import com.dainostore.tenancy.security.FixedRole;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Permissions;
import com.dainostore.tenancy.security.Person.Staff;
import com.dainostore.tenancy.security.TestPeople;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Stateless;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every method of every boundary of a store and sees it refuse before it touches anything: the boundary gets nothing
 * but a person, so whatever it does first apart from asking for a permission fails in another way.
 */
class BoundariesTest {
    private static final StoreId STORE = StoreId.random();

    /** How a call of a boundary that has nothing but a person ends. */
    private enum End {
        REFUSED,
        LET_IN
    }

    static Stream<Named<Method>> guardedMethods() {
        return boundaries()
                .filter(boundary -> !boundary.isAnnotationPresent(Unguarded.class))
                .flatMap(boundary -> Arrays.stream(boundary.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isAnnotationPresent(Unguarded.class))
                .map(method -> Named.of(method.getDeclaringClass().getSimpleName() + "." + method.getName(), method));
    }

    @Test
    void theCatalogIsWalked() {
        assertThat(guardedMethods().map(Named::getName)).contains("Catalog.create", "Catalog.delete");
    }

    @ParameterizedTest
    @MethodSource("guardedMethods")
    void nobodyIsLetInUnknown(Method method) {
        assertThatThrownBy(() -> call(method, TestPeople.in(STORE)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(401));
    }

    @ParameterizedTest
    @MethodSource("guardedMethods")
    void staffOfAnotherStoreAreRefusedAsSuch(Method method) {
        CurrentPerson person = TestPeople.in(STORE);
        person.enter(new Staff(StoreId.random(), UUID.randomUUID(), "a@x", "A", FixedRole.OWNER, scopes()));

        assertThatThrownBy(() -> call(method, person)).isInstanceOf(StoreMismatchException.class);
    }

    @ParameterizedTest
    @MethodSource("guardedMethods")
    void aTokenWithoutScopesIsRefused(Method method) {
        CurrentPerson person = TestPeople.in(STORE);
        person.enter(new Staff(STORE, UUID.randomUUID(), "a@x", "A", FixedRole.OWNER, Set.of()));

        assertThat(end(method, person)).isEqualTo(End.REFUSED);
    }

    @ParameterizedTest
    @MethodSource("guardedMethods")
    void whoeverHasNothingIsRefusedAndOneLevelInOneAreaIsEnough(Method method) {
        assertThat(end(method, holding(Permissions.NOTHING))).isEqualTo(End.REFUSED);

        assertThat(needed(method)).as("What lets somebody in").hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("guardedMethods")
    void everyRoleIsLetInWhereItHoldsThatAndRefusedElsewhere(Method method) {
        Map.Entry<Area, Level> needed = needed(method).get(0);
        for (FixedRole role : FixedRole.values()) {
            boolean holds = role.permissions().allow(needed.getKey(), needed.getValue());
            assertThat(end(method, TestPeople.staff(STORE, role)))
                    .as(role + " where " + needed + " is needed")
                    .isEqualTo(holds ? End.LET_IN : End.REFUSED);
        }
    }

    /** The least level in each area that lets in somebody who holds nothing else. */
    private static List<Map.Entry<Area, Level>> needed(Method method) {
        List<Map.Entry<Area, Level>> needed = new ArrayList<>();
        for (Area area : Area.values()) {
            Stream.of(Level.VIEW, Level.EDIT, Level.FULL)
                    .filter(level -> end(method, holding(new Permissions(Map.of(area, level)))) == End.LET_IN)
                    .findFirst()
                    .ifPresent(level -> needed.add(Map.entry(area, level)));
        }
        return needed;
    }

    private static CurrentPerson holding(Permissions permissions) {
        return TestPeople.staff(STORE, new CustomRole(UUID.randomUUID(), "Custom", permissions, 1));
    }

    private static End end(Method method, CurrentPerson person) {
        try {
            call(method, person);
            return End.LET_IN;
        } catch (Refusal e) {
            return e.status() == 403 && e.type().equals("forbidden") ? End.REFUSED : End.LET_IN;
        } catch (RuntimeException e) {
            // Behind its guard the boundary misses everything else that it is made of.
            return End.LET_IN;
        }
    }

    private static void call(Method method, CurrentPerson person) {
        try {
            Object boundary =
                    method.getDeclaringClass().getDeclaredConstructor().newInstance();
            Field asks = personOf(method.getDeclaringClass())
                    .orElseThrow(() -> new AssertionError(method + " has no CurrentPerson to ask"));
            asks.setAccessible(true);
            asks.set(boundary, person);
            method.invoke(boundary, arguments(method));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Field> personOf(Class<?> boundary) {
        return Arrays.stream(boundary.getDeclaredFields())
                .filter(field -> field.getType() == CurrentPerson.class)
                .findFirst();
    }

    private static Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null)
                .toArray();
    }

    private static Set<String> scopes() {
        return FixedRole.OWNER.permissions().scopes();
    }

    private static Stream<Class<?>> boundaries() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.dainostore").stream()
                        .filter(type ->
                                type.isAnnotatedWith(Stateless.class) && type.isAnnotatedWith(StoreScoped.class))
                        .map(JavaClass::reflect);
    }
}
