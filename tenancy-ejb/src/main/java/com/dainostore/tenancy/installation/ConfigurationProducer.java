package com.dainostore.tenancy.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives the checked configuration to whoever injects it. */
@ApplicationScoped
class ConfigurationProducer {

    @Produces
    @Singleton
    InstallationSettings settings() {
        Config config = ConfigProvider.getConfig();
        ConfigurationReader.refuseUnknown(config.getPropertyNames());
        return new ConfigurationReader(key -> config.getOptionalValue(key, String.class)).read();
    }
}
