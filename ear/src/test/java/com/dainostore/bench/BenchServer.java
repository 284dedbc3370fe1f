package com.dainostore.bench;

import com.dainostore.server.ServerConfig;
import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * One server for all benchmarks, as the platform runs in production: with the whole compiler, unlike the tests'. Beside
 * the platform it runs {@link FloorServlet} below {@link #FLOOR}.
 */
final class BenchServer extends SharedServer {
    static final String FLOOR = "/bench-floor/";
    private static final Duration END = Duration.ofSeconds(30);

    @Override
    protected ServerConfig config() throws IOException {
        return config("bench").withJvmOptions().withNeighbour("/bench-floor", floorArchive());
    }

    /** An orderly end would write some hundred databases to the disk only to have them deleted. */
    @Override
    protected void end(RunningShop shop) {
        ProcessHandle postgres = ProcessHandle.of(shop.databases().pid()).orElseThrow();
        shop.server().killHard();
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(postgres.pid()))
                    .start()
                    .waitFor();
            postgres.onExit().get(END.toSeconds(), TimeUnit.SECONDS);
            delete(shop.home().resolve("postgres"));
        } catch (Exception e) {
            throw new IllegalStateException("The database of the benchmarks did not end", e);
        }
    }

    /** Waits until the demo stores are filled and nothing else is left to do. */
    static void settle(RunningShop shop) {
        Eventually.holds(
                Duration.ofMinutes(2),
                "the demo stores are there and all background work is done",
                () -> count(shop, "stores WHERE state = 'active' AND handle IN ('aurora', 'basalt')") == 2
                        && count(shop, "jobs WHERE state = 'running' OR state = 'ready' AND run_at <= now()") == 0);
    }

    private static int count(RunningShop shop, String what) throws SQLException {
        return Integer.parseInt(shop.databases()
                .list(Databases.REGISTRY, "SELECT count(*)::text FROM " + what)
                .get(0));
    }

    private static Path floorArchive() {
        Path archive = target().resolve("bench/floor.war");
        String name = FloorServlet.class.getName().replace('.', '/') + ".class";
        try (InputStream servlet = FloorServlet.class.getResourceAsStream("/" + name)) {
            Files.createDirectories(archive.getParent());
            try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(archive))) {
                war.putNextEntry(new JarEntry("WEB-INF/classes/" + name));
                servlet.transferTo(war);
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
