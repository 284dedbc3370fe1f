package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.scope.ValidationException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;

/** What a new token is called, what it allows and until when. */
record TokenTerms(String name, Set<String> scopes, Instant expiresAt) {
    /** What the audit log says of a new token. */
    Changes changes() {
        return Changes.none()
                .set("name", null, name)
                .set("scopes", null, new TreeSet<>(scopes))
                .set("expiresAt", null, expiresAt.toString());
    }

    static final Duration USUAL = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(90);
    private static final int NAME_LENGTH = 80;

    /** @param allowed what the owner of the token may do at most */
    static TokenTerms of(TokenWish wish, Set<String> allowed, Instant now) {
        if (!allowed.containsAll(wish.scopes())) {
            throw new ValidationException("scopes", "Use only " + String.join(", ", new TreeSet<>(allowed)) + ".");
        }
        Duration life = wish.expiresIn().orElse(USUAL);
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(LONGEST) > 0) {
            throw new ValidationException("expiresIn", "Use 1 second to " + LONGEST.toDays() + " days.");
        }
        String name = wish.name().strip();
        if (name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new ValidationException("name", "Use at most " + NAME_LENGTH + " letters.");
        }
        return new TokenTerms(
                name,
                Set.copyOf(wish.scopes().isEmpty() ? allowed : wish.scopes()),
                now.plus(life).truncatedTo(ChronoUnit.SECONDS));
    }
}
