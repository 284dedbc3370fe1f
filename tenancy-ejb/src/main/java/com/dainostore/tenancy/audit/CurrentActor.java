package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.jobs.CurrentJob;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in the current request, and where the request comes from. Requests are told by the door and by whoever learns
 * who the person is; what came without a request is the platform's own work, named after its job.
 */
@RequestScoped
public class CurrentActor {
    @Inject
    CurrentJob job;

    private @Nullable Actor actor;
    private String address = "";
    private String requestId = "";

    public void enter(Actor entering) {
        actor = entering;
    }

    /** @param clientAddress the IP address of the client, behind the proxies that are trusted */
    public void comesFrom(String clientAddress) {
        address = clientAddress;
    }

    public void asks(String id) {
        requestId = id;
    }

    Actor get() {
        Actor known = actor;
        if (known != null) {
            return known;
        }
        return address.isEmpty() ? Actor.platform(job.kind()) : Actor.visitor();
    }

    String address() {
        return address;
    }

    String requestId() {
        return requestId;
    }
}
