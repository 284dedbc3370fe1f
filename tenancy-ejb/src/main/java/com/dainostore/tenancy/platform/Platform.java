package com.dainostore.tenancy.platform;

import com.dainostore.tenancy.database.EmbeddedPostgres;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.identification.DomainTimer;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.installation.StartRefusedException;
import com.dainostore.tenancy.jobs.JobRunner;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.leases.Node;
import com.dainostore.tenancy.migrations.TemplateTimer;
import com.dainostore.tenancy.registry.ChangeFollower;
import com.dainostore.tenancy.registry.Servers;
import com.dainostore.tenancy.security.Operators;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings the platform up, in the order in which its parts need each other, and down again. {@link Startup} starts it; it
 * stops itself when the application's context goes, because a server that ends does not tell its EJB singletons.
 */
@ApplicationScoped
class Platform {
    private static final Logger LOG = Logger.getLogger(Platform.class.getName());
    private static final Duration DRAIN = Duration.ofSeconds(10);

    @Inject
    Instance<InstallationSettings> configuration;

    @Inject
    Home home;

    @Inject
    Keys keys;

    @Inject
    EmbeddedPostgres embedded;

    @Inject
    RegistryDatabase registry;

    @Inject
    Servers servers;

    @Inject
    Installation installation;

    @Inject
    Node node;

    @Inject
    ChangeFollower changes;

    @Inject
    Operators operators;

    @Inject
    TemplateTimer templates;

    @Inject
    DomainTimer domains;

    @Inject
    JobRunner jobs;

    @Inject
    Readiness readiness;

    @Inject
    MasterKeyRotation rotation;

    @Inject
    Event<PlatformReady> ready;

    private final AtomicBoolean running = new AtomicBoolean();

    void start() {
        running.set(true);
        try {
            bringUp(configuration.get());
        } catch (StartRefusedException e) {
            LOG.log(Level.SEVERE, "DainoStore cannot start: {0}", e.getMessage());
            stop();
            throw e;
        } catch (SQLException e) {
            LOG.log(Level.SEVERE, "DainoStore cannot start: the registry refuses to work: {0}", e.getMessage());
            stop();
            throw new StartRefusedException("The registry refuses to work: " + e.getMessage(), e);
        }
    }

    private void bringUp(InstallationSettings settings) throws SQLException {
        home.prepare(settings);
        keys.open(settings.masterKeyFile(), settings.home().resolve("keys"));
        node.enter();
        ServerAddress server = openRegistry(settings);
        LOG.info("Bringing the registry up to date.");
        installation.migrate();
        installation.claim(keys.masterFingerprint(), keys.formerFingerprint());
        rotation.finish();
        keys.create(new KeyOwner.OfPlatform());
        servers.adopt(server, settings.registry().isPresent() ? "shared" : "embedded");
        node.start();
        changes.start();
        operators.ensureFirst();
        templates.start();
        domains.start();
        jobs.start();
        announce(settings.demo() && !installation.demoRequested());
        readiness.open();
        LOG.info("The platform is ready.");
    }

    /** A start that is killed before the demo stores are asked for leaves that to the next. */
    private void announce(boolean demo) {
        ready.fire(new PlatformReady(demo));
        if (demo) {
            installation.rememberDemo();
        }
    }

    /** Reaches the registry and gives back the server that holds it. */
    private ServerAddress openRegistry(InstallationSettings settings) throws SQLException {
        if (settings.registry().isPresent()) {
            InstallationSettings.RegistryAddress address = settings.registry().get();
            LOG.log(Level.INFO, "Connecting to the registry {0}.", address);
            registry.open(address.url(), address.user(), address.password());
            return ServerAddress.ofRegistry(address);
        }
        LOG.info("Starting the embedded database.");
        ServerAddress server = embedded.start(settings.home());
        registry.openOn(server);
        return server;
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
        stop();
    }

    @PreDestroy
    void stop() {
        if (!running.compareAndSet(true, false)) {
            return;
        }
        readiness.close();
        jobs.stop(DRAIN);
        changes.stop();
        registry.close();
        embedded.stop();
        node.stop();
        LOG.info("The platform has stopped.");
    }
}
