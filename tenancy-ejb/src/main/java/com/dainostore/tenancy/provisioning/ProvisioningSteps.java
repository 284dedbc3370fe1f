package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.StoreDatabase;
import com.dainostore.tenancy.database.StoreDatabases;
import com.dainostore.tenancy.identification.Domains;
import com.dainostore.tenancy.identification.Handles;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.migrations.Templates;
import com.dainostore.tenancy.persistence.OpenStores;
import com.dainostore.tenancy.registry.Placements;
import com.dainostore.tenancy.registry.Servers;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.security.InviteOwnerJob;
import com.dainostore.tenancy.security.StaffAccounts;
import com.dainostore.tenancy.storage.StoreFolders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How a store is made: {@link Operation.Kind#PROVISION}'s steps in order, each with its way back. */
@ApplicationScoped
class ProvisioningSteps {
    /** The role's CONNECTION LIMIT: the contract's default for every plan. */
    private static final int CONNECTION_LIMIT = 20;

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    Placements placements;

    @Inject
    Servers servers;

    @Inject
    StoreDatabases databases;

    @Inject
    Templates templates;

    @Inject
    Keys keys;

    @Inject
    Domains domains;

    @Inject
    StaffAccounts staff;

    @Inject
    OpenStores openStores;

    @Inject
    Jobs jobs;

    @Inject
    StoreFolders folders;

    List<Step> inOrder() {
        return List.of(
                new Step("validate", this::validate, this::forget),
                new Step("database", this::createDatabase, this::dropDatabase),
                new Step("migrations", this::recordSchema, Step.NOTHING),
                new Step("admin", this::createOwner, Step.NOTHING),
                new Step("domain", this::claimDomain, Step.NOTHING),
                new Step("settings", this::writeSettings, Step.NOTHING),
                new Step("ready", this::open, this::close));
    }

    private void validate(Building building) {
        Handles.check(building.wish().handle());
        String keyId = keys.create(new KeyOwner.OfStore(building.store()));
        registry.jdbi().useTransaction(tx -> stores.setKey(tx, building.store(), keyId));
    }

    private void forget(Building building) {
        registry.jdbi().useTransaction(tx -> stores.erase(tx, building.store()));
        keys.destroy(new KeyOwner.OfStore(building.store()));
        stores.announce(building.store());
    }

    /** The names and passwords are in the registry before anything has them: what was made can always be found. */
    private void createDatabase(Building building) throws SQLException {
        folders.create(building.store());
        StoreDatabase database = placements.find(building.store()).orElseGet(() -> place(building));
        databases.createRoles(database);
        databases.createFromTemplate(database, templates.require(database.serverId()));
        building.open(database);
    }

    private StoreDatabase place(Building building) {
        return registry.jdbi().inTransaction(tx -> {
            String server = servers.forNewStore(tx, building.wish().region());
            StoreDatabase database = StoreDatabase.invent(building.store(), server, CONNECTION_LIMIT);
            placements.put(tx, database);
            return database;
        });
    }

    private void dropDatabase(Building building) throws SQLException {
        Optional<StoreDatabase> database = placements.find(building.store());
        if (database.isPresent()) {
            building.close();
            databases.drop(database.get());
        }
        folders.delete(building.store());
    }

    private void recordSchema(Building building) throws SQLException {
        StoreDatabase database = database(building);
        try (PreparedStatement insert = building.asOwner(database)
                .prepareStatement("INSERT INTO store_identity DEFAULT VALUES ON CONFLICT DO NOTHING")) {
            insert.executeUpdate();
        }
        Placements.Schema schema = new Placements.Schema(
                templates.changelog().version(), templates.changelog().checksum());
        registry.jdbi().useTransaction(tx -> placements.setSchema(tx, building.store(), schema));
    }

    private void createOwner(Building building) throws SQLException {
        ProvisionStore wish = building.wish();
        UUID id = UUID.nameUUIDFromBytes((building.operation() + " owner").getBytes(StandardCharsets.UTF_8));
        Connection connection = building.asOwner(database(building));
        staff.createOwner(
                connection, id, wish.ownerEmail(), wish.ownerPasswordHash().orElse(null));
    }

    private void claimDomain(Building building) {
        building.wish().domain().ifPresent(domain -> domains.claim(building.store(), domain));
    }

    private void writeSettings(Building building) {
        Map<String, String> settings = new HashMap<>();
        Settings.check(building.wish().settings(), "settings.")
                .forEach((setting, value) -> settings.put(setting.key(), value));
        registry.jdbi().useTransaction(tx -> stores.set(tx, building.store(), settings));
    }

    private void open(Building building) throws SQLException {
        building.close();
        databases.verify(database(building));
        stores.move(building.store(), EnumSet.of(StoreState.PROVISIONING), StoreState.ACTIVE);
        if (building.wish().ownerPasswordHash().isEmpty()) {
            UUID once = UUID.nameUUIDFromBytes((building.operation() + " invitation").getBytes(StandardCharsets.UTF_8));
            registry.jdbi()
                    .useTransaction(
                            tx -> jobs.enqueue(tx, once, Optional.of(building.store()), InviteOwnerJob.KIND, "{}"));
        }
    }

    private void close(Building building) {
        stores.move(building.store(), EnumSet.of(StoreState.ACTIVE), StoreState.PROVISIONING);
        openStores.close(building.store());
    }

    private StoreDatabase database(Building building) {
        return placements.find(building.store()).orElseThrow();
    }
}
