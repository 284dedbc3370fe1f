package com.dainostore.shop.cart;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Sweeps what nobody needs any more of a store's carts. */
@ApplicationScoped
public class SweepCartsJob implements JobHandler {
    static final String KIND = "carts.sweep";

    @EJB
    OldCarts carts;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void run(Job job) {
        carts.sweepHolds();
        boolean more = true;
        while (more) {
            more = carts.sweepCarts();
        }
    }
}
