package com.dainostore.bench;

import com.dainostore.server.PayaraServer;
import com.dainostore.server.ServerConfig;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How long a node takes until it is ready and how much memory it then holds. */
@Order(1)
class StartBench {
    private static final Duration TIME = Duration.ofMinutes(10);

    @Test
    void aNodeStarts() throws IOException {
        Figures figures = new Figures("start");
        ServerConfig config = SharedServer.config("bench-start").withJvmOptions();
        figures.add("first start, databases and template made", seconds(config, figures, ""), "s");
        figures.add("second start, same data", seconds(config, figures, "second start: "), "s");
        figures.publish();
    }

    private static double seconds(ServerConfig config, Figures figures, String when) throws IOException {
        long begin = System.nanoTime();
        try (PayaraServer server = PayaraServer.start(config, TIME, what -> {})) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            figures.add(when + "resident memory of the server", residentMegabytes(server.pid()), "MB");
            return seconds;
        }
    }

    private static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
