package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.ValidationException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a new token allows and until when. */
record TokenTerms(Set<String> scopes, Instant expiresAt) {
    static final Duration USUAL = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(90);

    /**
     * @param wished no scope at all means everything that is allowed
     * @param expiresIn empty means {@link #USUAL}
     */
    static TokenTerms of(Set<String> wished, Set<String> allowed, Optional<Duration> expiresIn, Instant now) {
        if (!allowed.containsAll(wished)) {
            throw new ValidationException("scopes", "Use only " + String.join(", ", new TreeSet<>(allowed)) + ".");
        }
        Duration life = expiresIn.orElse(USUAL);
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(LONGEST) > 0) {
            throw new ValidationException("expiresIn", "Use 1 second to " + LONGEST.toDays() + " days.");
        }
        return new TokenTerms(
                Set.copyOf(wished.isEmpty() ? allowed : wished), now.plus(life).truncatedTo(ChronoUnit.SECONDS));
    }
}
