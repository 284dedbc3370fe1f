package com.dainostore.tenancy.leases;

import com.dainostore.tenancy.installation.InstallationSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Nodes for tests: each with a home folder, started in the test's registry. */
public final class TestNodes {
    private TestNodes() {}

    public static Node start(TestRegistry registry, Path home) {
        Node node = of(registry, home);
        node.start();
        return node;
    }

    static Node of(TestRegistry registry, Path home) {
        Node node = new Node();
        node.registry = registry.database();
        node.settings = new InstallationSettings(
                8080,
                home,
                "localhost",
                URI.create("http://localhost:8080"),
                List.of(),
                Optional.empty(),
                "operator@localhost",
                Optional.empty(),
                home.resolve("../master.key"),
                Optional.empty(),
                false);
        return node;
    }
}
