package com.dainostore.storefront.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** All resources of this archive, below {@code /api}. */
@ApplicationPath("/api")
public class Api extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // Jersey: no description that nobody wrote, and no page of the container for a status.
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
