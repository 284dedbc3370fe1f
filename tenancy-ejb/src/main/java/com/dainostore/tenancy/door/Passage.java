package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.Arrival;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How a request came through the door: its id, where it came from, whose it is and what is written to the log about it. It
 * travels with the request as an attribute. As a text it is the start of every log line about the request: store and
 * request id.
 */
public final class Passage {
    private static final Logger LOG = Logger.getLogger(Passage.class.getName());
    private static final String ATTRIBUTE = Passage.class.getName();

    private final String requestId;
    private @Nullable Arrival arrival;
    private @Nullable Store store;

    private Passage(String requestId) {
        this.requestId = requestId;
    }

    /** The passage of a request; one that the door has not seen yet begins here. */
    public static Passage of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Passage known ? known : begin(request, Requests.id(request));
    }

    static Passage begin(HttpServletRequest request, String id) {
        Passage passage = new Passage(id);
        request.setAttribute(ATTRIBUTE, passage);
        return passage;
    }

    void arrive(Arrival how) {
        arrival = how;
    }

    void enter(Store entered) {
        store = entered;
    }

    Optional<Store> store() {
        return Optional.ofNullable(store);
    }

    public String requestId() {
        return requestId;
    }

    /** The address of the client, behind the trusted proxies; empty before it is known. */
    public String client() {
        Arrival known = arrival;
        return known == null ? "" : known.client();
    }

    /** The host that the client asked for, as DNS compares it; empty before it is known. */
    public String host() {
        Arrival known = arrival;
        return known == null ? "" : known.authority().host();
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
        return store().map(Store::id).map(Object::toString).orElse("platform");
    }

    @Override
    public String toString() {
        return "[" + storeId() + " " + requestId + "] ";
    }
}
