package com.dainostore.storefront.broken;

import jakarta.persistence.EntityManager;

/** A page that reaches behind the boundaries. */
@SuppressWarnings("unused")
public final class BrokenPage {
    EntityManager entities;
}
