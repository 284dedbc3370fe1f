package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the store of a request. Only an exact single label below the platform's domain or a registered domain names
 * one; {@code X-Store-ID} chooses on the platform's host and must agree anywhere else. Answers from memory.
 */
@Dependent
public class Identification {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<StoreState> ASLEEP = EnumSet.of(StoreState.SUSPENDED, StoreState.MAINTENANCE);
    private static final int SUSPENDED_SECONDS = 3600;
    private static final int MAINTENANCE_SECONDS = 60;

    private final String domain;
    private final Directory directory;

    @Inject
    public Identification(InstallationSettings settings, Directory directory) {
        this(settings.platformDomain(), directory);
    }

    Identification(String platformDomain, Directory directory) {
        this.domain = platformDomain;
        this.directory = directory;
    }

    /** The host where the store's pages are at home, where that is another than the one that was asked. */
    public Optional<String> elsewhere(Authority asked, Identity identity) {
        if (identity instanceof Identity.Moved moved) {
            return Optional.of(home(moved.store()));
        }
        return identity instanceof Identity.Found found && !found.byHeader()
                ? directory.primaryDomain(found.store().id()).filter(primary -> !primary.equals(asked.host()))
                : Optional.empty();
    }

    private String home(Store store) {
        return directory.primaryDomain(store.id()).orElse(store.handle() + "." + domain);
    }

    /** Whether a certificate may be issued for a name: one of the platform or of a store that is there. */
    public boolean mayHaveCertificate(String name) {
        return Authority.parse(name)
                .filter(authority -> authority.port().isEmpty())
                .filter(authority -> IpAddress.parse(authority.host()).isEmpty())
                .map(authority -> identify(authority, RequestPath.of("/"), List.of()))
                .filter(identity -> !(identity instanceof Identity.Unknown))
                .isPresent();
    }

    /** @param storeIds every value of {@code X-Store-ID}; they count only below {@code /api} */
    public Identity identify(Authority authority, RequestPath path, List<String> storeIds) {
        String host = authority.host();
        if (storeIds.isEmpty() || !path.isApi()) {
            return isPlatform(host) ? new Identity.Platform() : named(host);
        }
        String id = storeIds.get(0);
        if (storeIds.size() > 1 || !ID.matcher(id).matches()) {
            return new Identity.Refused("bad-request", 400, "Send X-Store-ID once, with the id of one store.");
        }
        return isPlatform(host) ? chosen(id, path) : agreed(at(host), id);
    }

    private Identity named(String host) {
        Optional<Store> store = at(host);
        return store.isPresent()
                ? identity(store, false)
                : label(host)
                        .flatMap(directory::byFormerHandle)
                        .filter(moved -> moved.state() == StoreState.ACTIVE)
                        .<Identity>map(Identity.Moved::new)
                        .orElseGet(Identity.Unknown::new);
    }

    private Identity chosen(String id, RequestPath path) {
        if (!path.isStoreApi()) {
            return new Identity.Refused(
                    "bad-request", 400, "X-Store-ID goes with /api/v1 and /api/admin/v1. Leave it out here.");
        }
        return identity(StoreId.parse(id).flatMap(directory::byId).filter(Identification::exists), true);
    }

    private static Identity agreed(Optional<Store> byHost, String id) {
        if (byHost.filter(store -> !store.id().value().equals(id)).isPresent()) {
            return new Identity.Refused(
                    "conflicting-store", 421, "The host and X-Store-ID name different stores. Send only one of them.");
        }
        return identity(byHost, false);
    }

    private Optional<Store> at(String host) {
        Optional<Store> named =
                host.endsWith("." + domain) ? label(host).flatMap(directory::byHandle) : directory.byDomain(host);
        return named.filter(Identification::exists);
    }

    /** The one label in front of the platform's domain. */
    private Optional<String> label(String host) {
        String suffix = "." + domain;
        if (!host.endsWith(suffix)) {
            return Optional.empty();
        }
        String label = host.substring(0, host.length() - suffix.length());
        return label.indexOf('.') < 0 ? Optional.of(label) : Optional.empty();
    }

    private boolean isPlatform(String host) {
        return host.equals(domain) || (host.equals("127.0.0.1") && domain.equals("localhost"));
    }

    private static boolean exists(Store store) {
        return store.state() == StoreState.ACTIVE || ASLEEP.contains(store.state());
    }

    private static Identity identity(Optional<Store> found, boolean byHeader) {
        if (found.isEmpty()) {
            return new Identity.Unknown();
        }
        Store store = found.get();
        return switch (store.state()) {
            case ACTIVE -> new Identity.Found(store, byHeader);
            case SUSPENDED -> new Identity.Unavailable(store, SUSPENDED_SECONDS);
            case MAINTENANCE -> new Identity.Unavailable(store, MAINTENANCE_SECONDS);
            case PROVISIONING, DELETING, DELETED -> new Identity.Unknown();
        };
    }
}
