package com.dainostore.tenancy.platform;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Puts another master key into the place of the one there is, while everything runs: the file holds both, all keys are sealed
 * anew, the registry remembers the new one, the file forgets the old one. What is interrupted is finished by the next start.
 * It is for an installation of one node: others would go on with the key that they have read.
 */
@ApplicationScoped
public class MasterKeyRotation {
    @Inject
    CurrentPerson person;

    @Inject
    RegistryDatabase registry;

    @Inject
    Keys keys;

    @Inject
    PlatformAudit audit;

    /**
     * @return the fingerprint of the new key
     * @throws ValidationException where the file of the master key cannot be written; nothing has changed then
     */
    public String rotate() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        registry.jdbi().useTransaction(tx -> {
            lock(tx);
            if (keys.formerFingerprint().isEmpty()) {
                add();
            }
            sealAnew(tx);
            audit.record(
                    tx,
                    Optional.empty(),
                    "platform.rotate-master-key",
                    "master-key",
                    Changes.none().secret("masterKey"));
        });
        keys.forgetFormerMaster();
        return keys.masterFingerprint();
    }

    private void add() {
        try {
            keys.addMaster();
        } catch (UncheckedIOException e) {
            throw new ValidationException(
                    "masterKey",
                    e.getMessage() + ". Let the user that runs DainoStore write to it and its folder, and try again.");
        }
    }

    /** Ends what a killed node has begun. */
    void finish() {
        if (keys.formerFingerprint().isPresent()) {
            registry.jdbi().useTransaction(tx -> {
                lock(tx);
                sealAnew(tx);
            });
            keys.forgetFormerMaster();
        }
    }

    private static void lock(Handle tx) {
        tx.createQuery("SELECT 1 FROM installation FOR UPDATE")
                .mapTo(Integer.class)
                .one();
    }

    private void sealAnew(Handle tx) {
        keys.sealAnew();
        tx.execute("UPDATE installation SET master_key_fingerprint = ?", keys.masterFingerprint());
    }
}
