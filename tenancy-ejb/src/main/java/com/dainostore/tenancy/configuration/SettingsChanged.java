package com.dainostore.tenancy.configuration;

import com.dainostore.tenancy.scope.StoreId;
import java.util.Set;

/** A store's settings were changed. Fired on the node that did so, after the change is written down. */
public record SettingsChanged(StoreId store, Set<Setting> settings) {
    public SettingsChanged {
        settings = Set.copyOf(settings);
    }
}
