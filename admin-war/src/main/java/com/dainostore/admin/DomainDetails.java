package com.dainostore.admin;

import com.dainostore.tenancy.identification.ChangeDomain;
import com.dainostore.tenancy.identification.Claim;
import com.dainostore.tenancy.identification.DomainRecord;
import com.dainostore.tenancy.identification.Domains;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page about one domain of a store: how far it has come, the records that it takes, what DNS said of them the last time,
 * and what can be done with it. Whose store it is, and who may do that, says the page.
 */
public abstract class DomainDetails {
    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    Domains domains;

    private @Nullable Claim claim;

    /**
     * A record that DNS needs, and whether it was there.
     *
     * @param found nothing where nobody has looked, or no answer came
     */
    public record Row(DomainRecord record, @Nullable Boolean found) {}

    protected abstract Claim find(String domain);

    protected abstract Claim verify(String domain);

    protected abstract Claim change(String domain, ChangeDomain wish);

    protected abstract void remove(String domain);

    /** The page of a domain within the console, without what was done there. */
    protected abstract String address(String domain);

    /** Where all domains of the store are. */
    protected abstract String list();

    public String getName() {
        return parameters.text("name");
    }

    public Claim getClaim() {
        Claim known = claim;
        if (known == null) {
            known = find(getName());
            claim = known;
        }
        return known;
    }

    public List<Row> getRecords() {
        return domains.records(getClaim()).stream()
                .map(record -> new Row(record, isFound(record)))
                .toList();
    }

    private @Nullable Boolean isFound(DomainRecord record) {
        return getClaim()
                .lastLook()
                .flatMap(look -> record.type().equals("TXT") ? look.texts() : look.addresses())
                .map(seen -> switch (record.type()) {
                    case "CNAME", "ALIAS" -> getClaim().pointsHere();
                    default -> seen.contains(record.value());
                })
                .orElse(null);
    }

    /** Whether it was asked to give the domain up: the page names what goes, and asks again. */
    public boolean isAsking() {
        return parameters.text("ask").equals("remove");
    }

    public String getHere() {
        return address(getClaim().domain());
    }

    public @Nullable String check() {
        return act(domain -> verify(domain).state());
    }

    public @Nullable String makePrimary() {
        return act(domain -> change(domain, ChangeDomain.primary(true)).primary() ? "primary" : "");
    }

    public @Nullable String forgetPrimary() {
        return act(domain -> change(domain, ChangeDomain.primary(false)).primary() ? "" : "free");
    }

    /** Believes its owner that a proxy stands in front of it. */
    public @Nullable String trustProxy() {
        return act(domain -> change(domain, ChangeDomain.behindProxy(true)).behindProxy() ? "proxy" : "");
    }

    /** Looks again at where it leads. */
    public @Nullable String distrustProxy() {
        return act(domain -> change(domain, ChangeDomain.behindProxy(false)).behindProxy() ? "" : "direct");
    }

    public @Nullable String remove() {
        return errors.guard(Map.of(), () -> {
            remove(getName());
            Redirects.to(list() + "done=removed");
            return "";
        });
    }

    private @Nullable String act(Function<String, String> action) {
        String next = errors.guard(Map.of(), () -> {
            String domain = getClaim().domain();
            Redirects.to(address(domain) + "&done=" + action.apply(domain));
            return "";
        });
        // What was read to see which buttons there are may be another thing now.
        claim = null;
        return next;
    }
}
