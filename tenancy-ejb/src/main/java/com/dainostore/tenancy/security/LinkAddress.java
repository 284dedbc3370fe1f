package com.dainostore.tenancy.security;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.scope.Store;
import java.net.URI;

/**
 * Where links lead that are mailed to people.
 *
 * @param host the only one at which they work
 */
record LinkAddress(URI publicUrl, String host) {
    /** Below the platform's domain, where a store is always found. */
    static LinkAddress of(InstallationSettings settings, Store store) {
        return new LinkAddress(settings.publicUrl(), store.handle() + "." + settings.platformDomain());
    }

    static LinkAddress ofPlatform(InstallationSettings settings) {
        return new LinkAddress(settings.publicUrl(), settings.publicUrl().getHost());
    }

    String page(String path, String link) {
        String port = publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort();
        return publicUrl.getScheme() + "://" + host + port + "/admin/" + path + "?link=" + link;
    }
}
