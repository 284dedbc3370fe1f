package com.dainostore.admin;

import com.dainostore.tenancy.identification.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How the consoles call the states of a domain, and what each means for its owner. */
@Named
@ApplicationScoped
public class ClaimWords {
    @Inject
    Times times;

    public String label(Claim claim) {
        return switch (claim.state()) {
            case "pending" -> "Waiting for proof";
            case "verified" -> "Proved";
            case "active" -> "Active";
            default -> "Proof is gone";
        };
    }

    /** What it means, and what is to be done next. */
    public String meaning(Claim claim) {
        return switch (claim.state()) {
            case "pending" ->
                "The domain does not show the shop yet. Add the records below where the domain was registered, then check"
                        + " them here.";
            case "verified" ->
                "The domain is proved, but was not seen to lead here. Add the record that makes it lead here, or say that"
                        + " a proxy stands in front of it.";
            case "active" ->
                "The domain is proved and leads here. The proof is looked for once a day: leave it in DNS.";
            default ->
                "The record with the proof is gone from DNS. The domain shows the shop until "
                        + claim.lostAt().map(times::exact).orElse("further notice")
                        + "; after that it has to be proved again. Put the record back, then check it here.";
        };
    }
}
