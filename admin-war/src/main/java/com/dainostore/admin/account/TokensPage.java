package com.dainostore.admin.account;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.IssuedToken;
import com.dainostore.tenancy.security.KnownToken;
import com.dainostore.tenancy.security.TokenWish;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tokens with which somebody's programs use the API: made for a purpose, a few scopes and a while, revoked when they are not
 * needed. A new token is shown in the answer that makes it and never again.
 */
@Named("tokensPage")
@RequestScoped
public class TokensPage {
    private static final List<Integer> DAYS = List.of(1, 7, 30, 90);
    private static final Map<String, String> FIELDS = Map.of("name", "name", "scopes", "scopes", "expiresIn", "days");

    @Inject
    Own own;

    @Inject
    FormErrors errors;

    @Inject
    Parameters parameters;

    private Set<String> scopes = Set.of();
    private Optional<IssuedToken> made = Optional.empty();
    private String name = "";

    @PostConstruct
    void read() {
        scopes = own.account().scopes();
        name = parameters.text("name");
    }

    public List<KnownToken> getList() {
        return own.account().tokens();
    }

    /** All that a new token can be allowed, in the order of the alphabet. */
    public Set<String> getScopes() {
        return new TreeSet<>(scopes);
    }

    public boolean isTicked(String scope) {
        return ticked().contains(scope);
    }

    private Set<String> ticked() {
        return new TreeSet<>(List.of(parameters.texts("scope")));
    }

    public List<Integer> getDays() {
        return DAYS;
    }

    /** How many days the new token is to work. */
    public int getChosen() {
        return parameters
                .number("days")
                .map(Long::intValue)
                .filter(DAYS::contains)
                .orElse(30);
    }

    /** The token of this answer alone. */
    public @Nullable IssuedToken getMade() {
        return made.orElse(null);
    }

    public String allows(KnownToken token) {
        return token.scopes().containsAll(scopes)
                ? "All that you may do"
                : token.scopes().stream().sorted().collect(Collectors.joining(", "));
    }

    /** Stays on the page: it alone shows the token. */
    public @Nullable String make() {
        return errors.guard(FIELDS, () -> {
            Set<String> ticked = ticked();
            if (name.isBlank()) {
                throw new ValidationException("name", "Say what the token is for.");
            }
            if (ticked.isEmpty()) {
                throw new ValidationException("scopes", "Tick what the token may do.");
            }
            made = Optional.of(
                    own.account().newToken(new TokenWish(name, ticked, Optional.of(Duration.ofDays(getChosen())))));
            return "";
        });
    }

    public @Nullable String revoke() {
        return errors.guard(Map.of(), () -> {
            own.account().revokeToken(parameters.requireUuid("id"));
            return own.redirect("tokens?done=revoked");
        });
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
