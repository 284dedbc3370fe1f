package com.dainostore.container;

import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreState;
import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What runs in the container for a test, and how a test finds a store in there. */
final class Container {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Container() {}

    /** The module as it was built, its libraries, and the test. */
    static WebArchive archive(Class<?> test) {
        JavaArchive module = ShrinkWrap.create(ExplodedImporter.class, "tenancy-ejb.jar")
                .importDirectory("target/classes")
                .as(JavaArchive.class);
        File[] libraries = new File("target/micro/lib").listFiles((folder, name) -> name.endsWith(".jar"));
        return ShrinkWrap.create(WebArchive.class, "container.war")
                .addAsLibraries(Arrays.asList(libraries).toArray(File[]::new))
                .addAsLibrary(module)
                .addClasses(test, Container.class)
                .addAsWebInfResource("META-INF/beans.xml", "beans.xml");
    }

    /** The demo store of that handle, as soon as it is active. */
    static Store activeStore(Directory directory, String handle) throws Exception {
        return eventually(
                "active store " + handle,
                () -> directory.byHandle(handle).filter(store -> store.state() == StoreState.ACTIVE));
    }

    /** Asks until there is an answer. */
    static <T> T eventually(String what, Callable<Optional<T>> question) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> answer = question.call();
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("No " + what + " after " + PATIENCE.toSeconds() + " seconds");
    }
}
