package com.dainostore.tenancy.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class NodeTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    @TempDir
    Path home;

    @Test
    void aNodeKeepsItsIdOverRestartsAndChangesItsIncarnation() {
        Node first = TestNodes.start(REGISTRY, home);
        first.stop();
        Node second = TestNodes.start(REGISTRY, home);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.incarnation()).isNotEqualTo(first.incarnation());
        second.stop();
    }

    @Test
    void twoServersNeverShareAHome() {
        Node first = TestNodes.of(REGISTRY, home);
        first.enter();

        assertThatThrownBy(() -> TestNodes.of(REGISTRY, home).enter())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("Another server is running with the home folder " + home);
        first.stop();
    }

    @Test
    void anotherProcessIsRefusedTheHomeToo() throws Exception {
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HomeHolder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('!');
            Node node = TestNodes.of(REGISTRY, home);
            assertThatThrownBy(node::enter).isInstanceOf(StartRefusedException.class);

            holder.destroyForcibly().waitFor();
            node.enter();
            node.stop();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void aDamagedIdStopsTheStart() throws IOException {
        Files.writeString(home.resolve("node-id"), "node-1'; DROP TABLE nodes\n");

        assertThatThrownBy(() -> TestNodes.of(REGISTRY, home).enter())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("node-id");
    }

    @Test
    void aNodeWithoutItsHomeHasNoId() {
        assertThatThrownBy(() -> TestNodes.of(REGISTRY, home).id()).isInstanceOf(IllegalStateException.class);
    }

    /** Owns a home folder until it is killed. */
    static final class HomeHolder {
        public static void main(String[] arguments) throws Exception {
            Home home = Home.own(Path.of(arguments[0]));
            System.out.write('!');
            System.out.flush();
            System.in.read();
            home.leave();
        }
    }
}
