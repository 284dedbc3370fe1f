package com.dainostore.tenancy.jobs;

import jakarta.enterprise.context.ApplicationScoped;

/** Rings when there may be work, so that nobody waits for the next tick. Ringing is cheap and never blocks. */
@ApplicationScoped
class WakeUp {
    private volatile Runnable listener = () -> {};

    void now() {
        listener.run();
    }

    void tell(Runnable runnable) {
        listener = runnable;
    }
}
