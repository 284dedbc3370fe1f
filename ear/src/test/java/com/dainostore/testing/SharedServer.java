package com.dainostore.testing;

import com.dainostore.server.PayaraServer;
import com.dainostore.server.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One server for the whole suite: started for the first test that asks for it, with a fresh home and a port of its own,
 * and stopped after the last. Give it to a test class by {@code @ExtendWith(SharedServer.class)} and take a {@link
 * RunningShop} as a parameter.
 */
public class SharedServer implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);
    private static final Duration START = Duration.ofMinutes(5);

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningShop.class;
    }

    @Override
    public RunningShop resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).shop;
    }

    private Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(getClass(), key -> new Running(), Running.class);
    }

    /** What the server runs with. */
    protected ServerConfig config() throws IOException {
        return config("suite");
    }

    /** Ends the server after the last test. */
    protected void end(RunningShop shop) {
        shop.server().stop();
    }

    /** The build folder of the {@code ear} module. */
    public static Path target() {
        return Path.of(System.getProperty("dainostore.test.target", "target")).toAbsolutePath();
    }

    /** A configuration as the suite's, with a name, a home and a port of its own. */
    public static ServerConfig config(String name) throws IOException {
        Path folder = target().resolve("it").resolve(name);
        Path home = folder.resolve("home");
        delete(home);
        return ServerConfig.built(target(), "it/" + name, home, PayaraServer.freePort())
                .with("dainostore.master.key.file", folder.resolve("master.key").toString())
                .withJvmOptions("-XX:TieredStopAtLevel=1");
    }

    protected static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private final class Running implements AutoCloseable {
        private final RunningShop shop;

        Running() {
            try {
                shop = new RunningShop(PayaraServer.start(config(), START, what -> {}));
            } catch (IOException e) {
                throw new IllegalStateException("No server for the tests", e);
            }
        }

        @Override
        public void close() {
            end(shop);
        }
    }
}
