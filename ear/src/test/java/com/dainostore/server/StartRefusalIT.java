package com.dainostore.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed ends with one sentence that says what to do, and leaves nothing running. */
class StartRefusalIT {
    private static final Duration TIME = Duration.ofMinutes(3);

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerConfig config = SharedServer.config("port-in-use").onPort(taken.getLocalPort());
            assertThatExceptionOfType(ServerFailedException.class)
                    .isThrownBy(() -> PayaraServer.launch(config, what -> {}))
                    .withMessageContaining("Port " + taken.getLocalPort() + " is already in use");
        }
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        ServerConfig config = SharedServer.config("bad-home").inHome(file.resolve("home"));
        assertThatExceptionOfType(ServerFailedException.class)
                .isThrownBy(() -> PayaraServer.launch(config, what -> {}))
                .withMessageContaining(file.resolve("home").toString());
    }

    @Test
    void theSentenceOfTheApplicationIsPassedOn() throws IOException {
        ServerConfig config = SharedServer.config("bad-key").with("dainostore.operator.email", "nobody");
        assertThatExceptionOfType(ServerFailedException.class)
                .isThrownBy(() -> PayaraServer.start(config, TIME, what -> {}))
                .withMessage("dainostore.operator.email must be an e-mail address.");
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.contains(config.folder().toString())))
                .isEmpty();
    }
}
