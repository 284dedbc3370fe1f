package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;

/** Placeholder. */
@ApplicationScoped
public class Domains {
    public void check(String domain) {}

    public void claim(StoreId store, String domain) {}
}
