package com.dainostore.admin;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.dainostore.architecture.Rules;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CurrentSession;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the rules of the architecture for the consoles. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(Rules.class);

    /** The gate has turned away everybody else before; a bean does not rely on it. */
    @ArchTest
    static final ArchRule beansOfPagesDemandAnOperator = classes()
            .that()
            .resideInAPackage("com.dainostore.admin.operator")
            .and()
            .haveSimpleNameEndingWith("Page")
            .and()
            .haveNameNotMatching(".*[.](SignIn|Join|Forgot|Reset)Page")
            .should(callMethodWhere(
                    target(owner(assignableTo(CurrentPerson.class)).and(name("requireOperator")))))
            .orShould(callMethodWhere(
                    target(owner(assignableTo(CurrentSession.class)).and(name("require")))));

    /** So do those of a store's console: they demand a person of its staff, or a right of theirs. */
    @ArchTest
    static final ArchRule beansOfAStoresPagesDemandItsStaff = classes()
            .that()
            .resideInAPackage("com.dainostore.admin.merchant")
            .and()
            .haveSimpleNameEndingWith("Page")
            .and()
            .haveNameNotMatching(".*[.](SignIn|Join|Forgot|Reset)Page")
            .should(callMethodWhere(
                    target(owner(assignableTo(CurrentPerson.class)).and(name("requireStaff")))))
            .orShould(callMethodWhere(
                    target(owner(assignableTo(CurrentPerson.class)).and(name("require")))));

    /** What both consoles share is about the account of whoever is signed in, and of nobody else. */
    @ArchTest
    static final ArchRule beansOfOnesOwnPagesAskForTheAccountThatIsSignedIn = classes()
            .that()
            .resideInAPackage("com.dainostore.admin.account")
            .and()
            .haveSimpleNameEndingWith("Page")
            .and()
            .haveNameNotMatching(".*[.]ConfirmEmailPage")
            .should(callMethodWhere(target(owner(simpleName("Own")))));
}
