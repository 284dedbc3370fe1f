package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.Arrival;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.Store;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How the current request came through the door: its id, where it came from and what is written to the log about it. As a
 * text it is the start of every log line about the request: store and request id.
 */
@RequestScoped
public class Passage {
    private static final Logger LOG = Logger.getLogger(Passage.class.getName());

    @Inject
    CurrentStore store;

    private String requestId = "";
    private @Nullable Arrival arrival;

    void begin(String id) {
        requestId = id;
    }

    void arrive(Arrival how) {
        arrival = how;
    }

    public String requestId() {
        return requestId;
    }

    /** The address of the client, behind the trusted proxies; empty before it is known. */
    public String client() {
        Arrival known = arrival;
        return known == null ? "" : known.client();
    }

    /** Whether the client speaks TLS. */
    public boolean secure() {
        Arrival known = arrival;
        return known != null && known.secure();
    }

    /** What the client is told about an exception; writes to the log what the operators need to know of it. */
    public Problem problem(Throwable thrown) {
        Optional<Refusal> refusal = Problem.refusalIn(thrown);
        if (refusal.isEmpty()) {
            LOG.log(Level.SEVERE, thrown, () -> this + "failed");
            return Problem.internal();
        }
        note(refusal.get());
        return Problem.of(refusal.get());
    }

    private void note(Refusal refusal) {
        if (refusal.type().equals("cross-store")) {
            String claimed = refusal instanceof CrossStoreException crossing ? crossing.claimed() : "unknown";
            LOG.warning(() ->
                    this + "cross-store refusal: store " + storeId() + ", claimed " + claimed + ", from " + client());
        } else if (refusal.status() >= 500) {
            LOG.info(() -> this + refusal.type() + ": " + refusal.getMessage());
        }
    }

    private String storeId() {
        return store.get().map(Store::id).map(Object::toString).orElse("platform");
    }

    @Override
    public String toString() {
        return "[" + storeId() + " " + requestId + "] ";
    }
}
