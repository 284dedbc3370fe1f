package com.dainostore.tenancy.door;

import com.dainostore.tenancy.audit.CrossStoreRefusals;
import com.dainostore.tenancy.identification.Identity;
import com.dainostore.tenancy.identification.RequestPath;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.BearerTokens;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bearer token of a request (RFC 6750, 2.1). It must belong to whom the request is for: a store's to that store, an
 * operator's to the platform. Below {@code /api} it says who asks; pages know people by their cookies.
 */
@Dependent
class Credentials {
    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/=-]{1,512})", Pattern.CASE_INSENSITIVE);
    private static final String SIGN_IN = "/api/admin/v1/tokens";

    @Inject
    BearerTokens tokens;

    @Inject
    CurrentPerson person;

    @Inject
    CrossStoreRefusals refusals;

    /** Lets the person in whose token the request carries; refuses a token that belongs elsewhere or to nobody. */
    void check(HttpServletRequest request, RequestPath path, Identity identity) {
        Optional<String> token = token(request, path);
        if (token.isEmpty()) {
            refuseAnonymousWrites(request, path, identity);
            return;
        }
        Optional<StoreId> store = store(identity);
        Optional<StoreId> claimed = tokens.claimedStore(token.get());
        if (claimed.isPresent() && !claimed.equals(store)) {
            throw crossStore(request, store, claimed.get().value());
        }
        if (path.isApi()) {
            enter(request, tokens.authenticate(token.get()).orElseThrow(RefusedException::badCredentials), store);
        }
    }

    private void enter(HttpServletRequest request, Person known, Optional<StoreId> store) {
        if (known instanceof Person.Operator && store.isPresent()) {
            throw crossStore(request, store, "platform");
        }
        if (known instanceof Person.Staff staff && !store.equals(Optional.of(staff.store()))) {
            throw crossStore(request, store, staff.store().value());
        }
        person.enter(known);
    }

    private CrossStoreException crossStore(HttpServletRequest request, Optional<StoreId> asked, String claimed) {
        refusals.record(Passage.of(request).client(), asked, claimed);
        return new CrossStoreException(claimed);
    }

    private static Optional<String> token(HttpServletRequest request, RequestPath path) {
        List<String> values = Requests.headers(request, "Authorization");
        if (values.size() > 1) {
            throw RefusedException.badRequest("Send one Authorization header.");
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Matcher bearer = BEARER.matcher(values.get(0));
        if (!bearer.matches() && path.isApi()) {
            throw RefusedException.badCredentials();
        }
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    private static void refuseAnonymousWrites(HttpServletRequest request, RequestPath path, Identity identity) {
        boolean byHeader = identity instanceof Identity.Found found && found.byHeader();
        if (byHeader && Requests.isUnsafe(request) && !path.value().equals(SIGN_IN)) {
            throw new RefusedException(
                    "unauthenticated", 401, "With X-Store-ID, only reading works without a token of the store.");
        }
    }

    private static Optional<StoreId> store(Identity identity) {
        return identity instanceof Identity.Found found
                ? Optional.of(found.store().id())
                : Optional.empty();
    }
}
