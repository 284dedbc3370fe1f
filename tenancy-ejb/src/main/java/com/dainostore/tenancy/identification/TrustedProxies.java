package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.installation.StartRefusedException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies in front of the installation whose forwarding headers count. From anybody else {@code Forwarded} and
 * {@code X-Forwarded-*} are as if they were not there; from a trusted one they must be there once and agree.
 */
@Dependent
public class TrustedProxies {
    private static final Pattern PORT = Pattern.compile("(?<=])(:\\d+)$|(?<=^[0-9.]{7,15})(:\\d+)$");
    private static final String UNKNOWN = "unknown";

    private final List<AddressBlock> blocks;

    @Inject
    public TrustedProxies(InstallationSettings settings) {
        this(settings.trustedProxies());
    }

    TrustedProxies(List<String> blocks) {
        this.blocks = blocks.stream()
                .map(text -> AddressBlock.parse(text)
                        .orElseThrow(() -> new StartRefusedException(
                                "dainostore.http.trusted-proxies must be addresses or CIDR blocks; " + text
                                        + " is neither.")))
                .toList();
    }

    public boolean trusts(String address) {
        return !blocks.isEmpty()
                && IpAddress.parse(address)
                        .filter(ip -> blocks.stream().anyMatch(block -> block.contains(ip)))
                        .isPresent();
    }

    /** How the request arrived; refuses one without exactly one readable host. */
    public Arrival arrival(RequestFacts facts) {
        if (!trusts(facts.remoteAddress())) {
            return new Arrival(authority(facts.hosts()), facts.secure(), facts.remoteAddress());
        }
        List<Hop> hops = believable(Hop.parse(facts.forwarded()));
        List<String> hosts =
                distinct(facts.forwardedHosts().stream(), hops.stream().flatMap(hop -> hop.host().stream()));
        List<String> protos = distinct(
                facts.forwardedProtos().stream(),
                hops.stream().flatMap(hop -> hop.proto().stream()).limit(1));
        return new Arrival(
                authority(hosts.isEmpty() ? facts.hosts() : hosts),
                protos.isEmpty() ? facts.secure() : isSecure(protos),
                client(facts, hops));
    }

    /** The hops that trusted proxies vouch for: the last one, and each before one whose client is a trusted proxy. */
    private List<Hop> believable(List<Hop> hops) {
        int first = hops.size();
        boolean vouched = true;
        while (first > 0 && vouched) {
            first--;
            vouched = hops.get(first)
                    .client()
                    .map(TrustedProxies::node)
                    .filter(this::trusts)
                    .isPresent();
        }
        return hops.subList(first, hops.size());
    }

    private String client(RequestFacts facts, List<Hop> hops) {
        List<String> standard = hops.stream()
                .flatMap(hop -> hop.client().stream())
                .map(TrustedProxies::node)
                .toList();
        List<String> legacy = facts.forwardedFor().stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(value -> node(value.strip()))
                .toList();
        Set<String> clients = new LinkedHashSet<>();
        furthest(standard).ifPresent(clients::add);
        furthest(legacy).ifPresent(clients::add);
        if (clients.size() > 1) {
            throw new AmbiguousRequestException("Forwarded and X-Forwarded-For disagree.");
        }
        return clients.isEmpty() ? facts.remoteAddress() : clients.iterator().next();
    }

    /** The first address from the right that is no trusted proxy, or the leftmost one. */
    private Optional<String> furthest(List<String> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            if (!trusts(chain.get(i)) || i == 0) {
                return Optional.of(chain.get(i));
            }
        }
        return Optional.empty();
    }

    /** A node (RFC 7239, 6) without its port; names instead of addresses are all the same unknown to us. */
    private static String node(String text) {
        if (text.equalsIgnoreCase(UNKNOWN) || text.startsWith("_")) {
            return UNKNOWN;
        }
        return IpAddress.parse(PORT.matcher(text).replaceFirst(""))
                .orElseThrow(() -> new AmbiguousRequestException("A forwarding header names no readable client."))
                .getHostAddress();
    }

    private static Authority authority(List<String> hosts) {
        if (hosts.size() != 1) {
            throw new AmbiguousRequestException("Send exactly one Host header.");
        }
        return Authority.parse(hosts.get(0))
                .orElseThrow(() -> new AmbiguousRequestException("The Host header is not the name of a host."));
    }

    private static boolean isSecure(List<String> protos) {
        String proto = protos.size() == 1 ? protos.get(0).toLowerCase(Locale.ROOT) : "";
        return switch (proto) {
            case "https" -> true;
            case "http" -> false;
            default -> throw new AmbiguousRequestException("The forwarded protocol must be http or https, once.");
        };
    }

    /** All values, doubled X- headers included, where the standard header only says the same again. */
    private static List<String> distinct(Stream<String> legacy, Stream<String> standard) {
        List<String> values = new java.util.ArrayList<>(legacy.toList());
        standard.filter(value -> values.stream().noneMatch(value::equalsIgnoreCase))
                .forEach(values::add);
        return values;
    }
}
