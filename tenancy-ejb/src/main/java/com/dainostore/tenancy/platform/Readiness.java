package com.dainostore.tenancy.platform;

import com.dainostore.tenancy.installation.InstallationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;

/**
 * Whether this node can take requests: started, able to write, not about to stop. A dead database server does not count:
 * one broken store must not take a node out.
 */
@ApplicationScoped
public class Readiness {
    @Inject
    InstallationSettings settings;

    private volatile boolean open;

    public boolean ready() {
        return open && Files.isWritable(settings.home());
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }
}
