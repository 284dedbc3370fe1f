package com.dainostore.admin.operator;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.scope.Store;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;

/** Where stores answer, as browsers see it. */
@Named
@RequestScoped
public class Addresses {
    @Inject
    InstallationSettings settings;

    /** The address of the shop below the platform's domain. */
    public String shop(Store store) {
        URI platform = settings.publicUrl();
        String port = platform.getPort() < 0 ? "" : ":" + platform.getPort();
        return platform.getScheme() + "://" + host(store) + port + "/";
    }

    public String host(Store store) {
        return store.handle() + "." + settings.platformDomain();
    }

    /** What follows a handle in the address of a shop. */
    public String getSuffix() {
        return "." + settings.platformDomain();
    }
}
