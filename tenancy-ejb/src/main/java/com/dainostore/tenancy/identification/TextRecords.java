package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.installation.InstallationSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.ServiceLoader;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.spi.InitialContextFactory;
import org.jspecify.annotations.Nullable;

/** The TXT records of DNS names, asked of {@code dainostore.dns.server} or of the system's resolvers. */
@Dependent
@SuppressWarnings({"BanJNDI", "JdkObsolete"}) // Checked names of domains, asked of DNS only, whose API is of 1999.
class TextRecords {
    private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";
    private static final String TYPE = "TXT";

    private final String provider;

    @Inject
    TextRecords(InstallationSettings settings) {
        this(settings.dnsServer().map(server -> "dns://" + server).orElse("dns:"));
    }

    /** @param provider {@code dns://host:port}, or {@code dns:} for the system's resolvers */
    TextRecords(String provider) {
        this.provider = provider;
    }

    /** All texts at the name, none where it does not exist; refuses with 503 where no answer comes. */
    List<String> at(String name) {
        try {
            DirContext dns = (DirContext) factory().getInitialContext(environment());
            try {
                return texts(dns.getAttributes(name, new String[] {TYPE}).get(TYPE));
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new DnsUnavailableException(e);
        }
    }

    /** JNDI puts quotes around texts with spaces. */
    private static List<String> texts(@Nullable Attribute records) throws NamingException {
        List<String> texts = new ArrayList<>();
        if (records != null) {
            NamingEnumeration<?> all = records.getAll();
            while (all.hasMore()) {
                texts.add(String.valueOf(all.next()).replaceAll("^\"|\"$", ""));
            }
        }
        return texts;
    }

    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.PROVIDER_URL, provider);
        environment.put("com.sun.jndi.dns.timeout.initial", "1000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        return environment;
    }

    /** The JDK's own: application servers put a factory of theirs before everything that is found by name. */
    private static InitialContextFactory factory() {
        return ServiceLoader.load(InitialContextFactory.class, ClassLoader.getSystemClassLoader()).stream()
                .filter(factory -> factory.type().getName().equals(FACTORY))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This Java has no DNS client"))
                .get();
    }
}
