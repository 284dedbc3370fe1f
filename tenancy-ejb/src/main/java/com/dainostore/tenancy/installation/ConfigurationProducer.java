package com.dainostore.tenancy.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives the checked configuration to whoever injects it. */
@ApplicationScoped
class ConfigurationProducer {

    /** The first that is asked for: it refuses the start for a bad value of any key, also those that others read. */
    @Produces
    @Singleton
    InstallationSettings settings() {
        ConfigurationReader.refuseUnknown(ConfigProvider.getConfig().getPropertyNames());
        reader().readMail();
        reader().readOutbound();
        return reader().read();
    }

    @Produces
    @Singleton
    MailSettings mail() {
        return reader().readMail();
    }

    @Produces
    @Singleton
    OutboundSettings outbound() {
        return reader().readOutbound();
    }

    private static ConfigurationReader reader() {
        Config config = ConfigProvider.getConfig();
        return new ConfigurationReader(key -> config.getOptionalValue(key, String.class));
    }
}
