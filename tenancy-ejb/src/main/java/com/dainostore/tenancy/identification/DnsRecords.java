package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.installation.InstallationSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.spi.InitialContextFactory;

/** The records of DNS names (TXT, A, AAAA), asked of {@code dainostore.dns.server} or of the system's resolvers. */
@Dependent
@SuppressWarnings({"BanJNDI", "JdkObsolete"}) // Checked names of domains, asked of DNS only, whose API is of 1999.
class DnsRecords {
    private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";
    private static final String TEXT = "TXT";

    private final String provider;

    @Inject
    DnsRecords(InstallationSettings settings) {
        this(settings.dnsServer().map(server -> "dns://" + server).orElse("dns:"));
    }

    /** @param provider {@code dns://host:port}, or {@code dns:} for the system's resolvers */
    DnsRecords(String provider) {
        this.provider = provider;
    }

    /** All texts at the name, none where it does not exist; refuses with 503 where no answer comes. */
    List<String> texts(String name) {
        // JNDI puts quotes around texts with spaces.
        return values(name, TEXT).stream()
                .map(text -> text.replaceAll("^\"|\"$", ""))
                .toList();
    }

    /** All addresses behind the name, its aliases followed, none where it does not exist; refuses as {@link #texts}. */
    Set<String> addresses(String name) {
        // One question for each: both in one would be asked as ANY, which many servers refuse (RFC 8482).
        Set<String> all = new TreeSet<>(values(name, "A"));
        all.addAll(values(name, "AAAA"));
        return all;
    }

    private List<String> values(String name, String type) {
        try {
            DirContext dns = (DirContext) factory().getInitialContext(environment());
            try {
                return values(dns.getAttributes(name, new String[] {type}));
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new DnsUnavailableException(e);
        }
    }

    private static List<String> values(Attributes records) throws NamingException {
        List<String> values = new ArrayList<>();
        NamingEnumeration<? extends Attribute> types = records.getAll();
        while (types.hasMore()) {
            NamingEnumeration<?> all = types.next().getAll();
            while (all.hasMore()) {
                values.add(String.valueOf(all.next()));
            }
        }
        return values;
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
