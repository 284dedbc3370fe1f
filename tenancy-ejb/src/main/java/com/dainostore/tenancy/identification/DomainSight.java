package com.dainostore.tenancy.identification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/**
 * What DNS says of a domain now; empty where no answer came, which proves and disproves nothing.
 *
 * @param texts the TXT records at the name of the proof
 * @param addresses where the domain leads
 * @param pointsHere whether one of these addresses is the platform's
 */
record DomainSight(Optional<List<String>> texts, Optional<Set<String>> addresses, Optional<Boolean> pointsHere) {
    /** Sets what was seen, and when; {@link #bindSeen} gives the values. */
    static final String SEEN = """
             looked_at = now(), seen_texts = string_to_array(CAST(:texts AS text), E'\\n'),
            seen_addresses = string_to_array(CAST(:addresses AS text), E'\\n')""";

    /** Keeps what is known of where the domain leads, where there was no answer. */
    static final String POINTS_HERE = " points_here = coalesce(CAST(:pointsHere AS boolean), points_here)";

    private static final int MOST = 8;
    private static final int LONGEST = 200;

    boolean proves(Claim claim) {
        return texts.filter(all -> all.contains(claim.token())).isPresent();
    }

    /** The values of {@link #SEEN}. */
    Update bindSeen(Update update) {
        return update.bind("texts", texts.map(DomainSight::lines).orElse(null))
                .bind("addresses", addresses.map(DomainSight::lines).orElse(null));
    }

    /** The value of {@link #POINTS_HERE}. */
    Update bindPointsHere(Update update) {
        return update.bind("pointsHere", pointsHere.orElse(null));
    }

    /** Strangers write these: as much as a person wants to read, on one line each. */
    private static String lines(Collection<String> values) {
        return values.stream()
                .sorted()
                .limit(MOST)
                .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value)
                .map(value -> value.replaceAll("\\p{Cntrl}", " "))
                .collect(Collectors.joining("\n"));
    }
}
