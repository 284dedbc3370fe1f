package com.dainostore.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.dainostore.tenancy.scope.StoreScoped;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.NetworkChannel;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import javax.net.SocketFactory;
import javax.sql.DataSource;

/** The rules of the architecture, for every module. */
public final class Rules {
    /**
     * Where everything that can go wrong comes together and is turned into an answer: the doors, and for background work
     * what runs it. Nobody else catches everything.
     */
    private static final Set<String> LAST_RESORTS = Set.of(
            "com.dainostore.tenancy.door.Door",
            "com.dainostore.tenancy.jobs.Dispatcher",
            "com.dainostore.tenancy.jobs.OutboxMover");

    private static final Pattern CATCHES_ALL =
            Pattern.compile("catch\\s*\\(\\s*(?:final\\s+)?(?:[\\w.]+\\s*\\|\\s*)*(?:Exception|Throwable)\\b");

    private static final Pattern UNSAFE_STATIC = Pattern.compile("java[.]util[.](?:ArrayList|LinkedList|ArrayDeque"
            + "|(?:Linked)?Hash(?:Map|Set)|Tree(?:Map|Set)|Enum(?:Map|Set)|WeakHashMap|IdentityHashMap|Date|BitSet"
            + "|concurrent[.](?:Concurrent\\w+|CopyOnWrite\\w+|\\w*Queue|\\w*Deque|Semaphore|CountDownLatch|atomic[.]\\w+"
            + "|locks[.]\\w+))|java[.]text[.].*|java[.]lang[.](?:StringBuilder|ThreadLocal|InheritableThreadLocal)"
            + "|com[.]github[.]benmanes[.].*");

    @ArchTest
    static final ArchRule packagesUseOnlyWhatTheirPackageInfoNames =
            classes().should(new PackageUse()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule capabilitiesHaveNoCycles = slices().matching("com.dainostore.(*.*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule tenancyKnowsNothingOfTheShop = noClasses()
            .that()
            .resideInAPackage("com.dainostore.tenancy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.dainostore.shop..", "com.dainostore.storefront..", "com.dainostore.admin..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule shopKnowsNothingOfTheWars = noClasses()
            .that()
            .resideInAPackage("com.dainostore.shop..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.dainostore.storefront..", "com.dainostore.admin..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesSayWhatTheyAreFor = classes()
            .should(new ArchCondition<>("lie in a package that says what it is for and is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String info = Sources.packageInfo(type);
                    boolean told = info.contains("/**") && info.contains("@NullMarked");
                    events.add(
                            new SimpleConditionEvent(type, told, type.getPackageName() + " has no such package-info"));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule webTypesStayAtTheDoor = noClasses()
            .that()
            .resideInAnyPackage("com.dainostore.tenancy..", "com.dainostore.shop..")
            .and()
            .resideOutsideOfPackage("com.dainostore.tenancy.door..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "jakarta.ws.rs..",
                    "jakarta.faces..",
                    "jakarta.websocket..",
                    "org.primefaces..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule entitiesNeverReachAView = noClasses()
            .that()
            .resideInAnyPackage("com.dainostore.storefront..", "com.dainostore.admin..")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.persistence..")
                    .or(describe("entities", type -> type.isAnnotatedWith(Entity.class))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule tenancyHasNoEntities = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAPackage("com.dainostore.shop..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule connectionsAreMadeInTheDatabasePackage = noClasses()
            .that()
            .resideOutsideOfPackage("com.dainostore.tenancy.database..")
            .should(callCodeUnitWhere(target(describe(
                    "that makes a connection",
                    called -> called.getOwner().isAssignableTo(DriverManager.class)
                            || called.getOwner().isAssignableTo(Driver.class)))))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("io.agroal..", "org.postgresql.ds..")
            .allowEmptyShould(true);

    /** What opens a connection to another machine otherwise than by the door out, or by the driver of PostgreSQL. */
    @ArchTest
    static final ArchRule thereIsOneDoorOut = noClasses()
            .that()
            .resideOutsideOfPackages("com.dainostore.tenancy.outbound..", "com.dainostore.tenancy.mail..")
            .should(callCodeUnitWhere(target(describe("that opens a connection", Rules::opensConnections))))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.hc..", "jakarta.mail..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule dataSourcesAreSeenOnlyWhereStoresAreOpened = noClasses()
            .that()
            .resideOutsideOfPackages("com.dainostore.tenancy.database..", "com.dainostore.tenancy.persistence..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DataSource.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule persistenceUnitsAreMadeInThePersistencePackage = noClasses()
            .that()
            .resideOutsideOfPackage("com.dainostore.tenancy.persistence..")
            .should()
            .dependOnClassesThat(assignableTo(EntityManagerFactory.class)
                    .or(assignableTo(Persistence.class))
                    .or(resideInAnyPackage("jakarta.persistence.spi..", "org.eclipse.persistence.jpa..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule boundariesOfTheShopAreStoreScoped = classes()
            .that()
            .resideInAPackage("com.dainostore.shop..")
            .and()
            .areAnnotatedWith(Stateless.class)
            .should()
            .beAnnotatedWith(StoreScoped.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule thereIsNoThreadLocal = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocal.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule staticFieldsAreFinal = fields().that()
            .areStatic()
            .and(describe("written by hand", Rules::isWritten))
            .should()
            .beFinal()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule staticFieldsHoldNothingThatChanges = fields().that()
            .areStatic()
            .and(describe("written by hand", Rules::isWritten))
            .should(never(haveRawTypeThatChanges()))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule staticInitializersMakeNothingThatChanges = classes()
            .should(new ArchCondition<>("initialize their static fields with what never changes") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getStaticInitializer().stream()
                            .flatMap(code -> code.getConstructorCallsFromSelf().stream())
                            .filter(call -> UNSAFE_STATIC
                                    .matcher(call.getTargetOwner().getName())
                                    .matches())
                            .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule threadsComeFromTheContainer = noClasses()
            .should(callCodeUnitWhere(target(describe("that makes a thread of its own", Rules::makesThreads))))
            .orShould()
            .dependOnClassesThat(assignableTo(ForkJoinPool.class).or(assignableTo(Timer.class)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule asynchronousWorkNamesItsExecutor = noClasses()
            .should(callCodeUnitWhere(describe("the default pool is used", Rules::usesTheDefaultPool)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyWritesToTheStandardStreams =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheLastResortCatchesEverything = classes()
            .that(describe(
                    "are no last resort",
                    type -> !LAST_RESORTS.contains(outermost(type).getName())))
            .should(new ArchCondition<>("not catch Exception or Throwable") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean all = type.isTopLevelClass()
                            && CATCHES_ALL.matcher(Sources.of(type)).find();
                    events.add(new SimpleConditionEvent(type, !all, type.getName() + " catches everything"));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*[.$]\\w*(?:Impl|Manager|Helper|Utils?|Service|Dto|DTO)")
            .orShould()
            .resideInAnyPackage("..service..", "..services..", "..dto..", "..util..", "..utils..", "..impl..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timersAreNotPersistentAndJoinNoTransaction = methods()
            .that()
            .areAnnotatedWith(Schedule.class)
            .should(new ArchCondition<>("be persistent = false and NOT_SUPPORTED") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean right = !method.getAnnotationOfType(Schedule.class).persistent()
                            && transaction(method) == TransactionAttributeType.NOT_SUPPORTED;
                    events.add(new SimpleConditionEvent(method, right, method.getDescription() + " is not"));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule beansBehindProxiesHaveNoPublicFields = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ApplicationScoped.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RequestScoped.class)
            .should(never(bePublicAndNotStatic()))
            .allowEmptyShould(true);

    private Rules() {}

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Rules::outermost).orElse(type);
    }

    private static boolean isWritten(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !Sources.of(outermost(field.getOwner())).isEmpty();
    }

    private static ArchCondition<JavaField> haveRawTypeThatChanges() {
        return new ArchCondition<>("have a type that changes") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean changes =
                        UNSAFE_STATIC.matcher(field.getRawType().getName()).matches();
                events.add(new SimpleConditionEvent(field, changes, field.getDescription() + " changes"));
            }
        };
    }

    private static ArchCondition<JavaField> bePublicAndNotStatic() {
        return new ArchCondition<>("be public and not static") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean open = field.getModifiers().contains(JavaModifier.PUBLIC)
                        && !field.getModifiers().contains(JavaModifier.STATIC);
                events.add(new SimpleConditionEvent(field, open, field.getDescription() + " is public"));
            }
        };
    }

    private static boolean makesThreads(AccessTarget called) {
        JavaClass owner = called.getOwner();
        boolean makes = called.getName().equals("<init>");
        return makes && owner.isAssignableTo(Thread.class)
                || makes && owner.isAssignableTo(ExecutorService.class)
                || owner.isAssignableTo(Executors.class)
                || called.getName().equals("parallelStream")
                || called.getName().equals("parallel") && owner.isAssignableTo(BaseStream.class);
    }

    private static boolean opensConnections(AccessTarget called) {
        JavaClass owner = called.getOwner();
        return owner.isAssignableTo(Socket.class)
                || owner.isAssignableTo(DatagramSocket.class)
                || owner.isAssignableTo(NetworkChannel.class)
                || owner.isAssignableTo(SocketFactory.class)
                || owner.isAssignableTo(URL.class) && called.getName().matches("open(Connection|Stream)|getContent");
    }

    private static boolean usesTheDefaultPool(JavaCall<?> call) {
        return call.getTargetOwner().isAssignableTo(CompletableFuture.class)
                && call.getName().endsWith("Async")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Executor.class));
    }

    private static TransactionAttributeType transaction(JavaMethod method) {
        return method.tryGetAnnotationOfType(TransactionAttribute.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(TransactionAttribute.class))
                .map(TransactionAttribute::value)
                .orElse(TransactionAttributeType.REQUIRED);
    }
}
