package com.dainostore.tenancy.door;

import com.dainostore.tenancy.audit.CurrentActor;
import com.dainostore.tenancy.identification.Arrival;
import com.dainostore.tenancy.identification.Identification;
import com.dainostore.tenancy.identification.Identity;
import com.dainostore.tenancy.identification.RequestPath;
import com.dainostore.tenancy.identification.TrustedProxies;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NoStoreException;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import com.dainostore.tenancy.security.CurrentPerson;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The filter in front of everything, the same in both web archives. It lets a request pass only with exactly one store,
 * or as one for the platform, and answers what is refused there or behind it. What it enters lives in the request's
 * scope and ends with it, whatever happens behind.
 */
public class Door implements Filter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> PROBES = Set.of("/health/live", "/health/ready");
    private static final String TLS_ALLOWED = "/internal/tls-allowed";
    private static final String STORE_ID = "X-Store-ID";

    @Inject
    InstallationSettings settings;

    @Inject
    TrustedProxies proxies;

    @Inject
    Identification identification;

    @Inject
    Credentials credentials;

    @Inject
    ConsoleSessions sessions;

    @Inject
    CurrentStore currentStore;

    @Inject
    CurrentPerson person;

    @Inject
    CurrentActor actor;

    @Override
    public void doFilter(ServletRequest incoming, ServletResponse outgoing, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) incoming;
        HttpServletResponse response = (HttpServletResponse) outgoing;
        try {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                comeBack(request);
                chain.doFilter(request, response);
            } else {
                receive(request, response, chain);
            }
        } catch (RuntimeException | ServletException e) {
            Problem problem = Passage.of(request).problem(e);
            if (response.isCommitted()) {
                throw new IOException("The answer to request " + Requests.id(request) + " broke off", e);
            }
            Answers.fail(request, response, problem);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean vouched = proxies.trusts(request.getRemoteAddr());
        Passage.begin(
                request, Requests.assign(request, vouched ? Requests.headers(request, "X-Request-ID") : List.of()));
        Answers.prepare(request, response);
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            Answers.fail(request, response, Problem.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED));
            return;
        }
        RequestPath path = path(request);
        if (PROBES.contains(path.value())) {
            chain.doFilter(request, response);
        } else if (path.value().equals(TLS_ALLOWED)) {
            requireOurOwnProxy(request, vouched);
            chain.doFilter(request, response);
        } else {
            identify(request, response, chain, path);
        }
    }

    private void identify(HttpServletRequest request, HttpServletResponse response, FilterChain chain, RequestPath path)
            throws IOException, ServletException {
        Arrival arrival = proxies.arrival(Requests.facts(request));
        Passage.of(request).arrive(arrival);
        Requests.secure(request, arrival.secure());
        SecurityHeaders.setTransport(request, response);
        List<String> storeIds = Requests.headers(request, STORE_ID);
        Identity identity = identification.identify(arrival.authority(), path, storeIds);
        Optional<String> elsewhere = identification.elsewhere(arrival.authority(), identity);
        if (elsewhere.isPresent() && Elsewhere.concerns(request, path, identity)) {
            Elsewhere.lead(request, response, arrival, elsewhere.get(), settings.publicUrl());
            return;
        }
        boolean byHeader = identity instanceof Identity.Found found && found.byHeader();
        HttpServletRequest seen = proxies.trusts(request.getRemoteAddr()) ? new Relayed(request, arrival) : request;
        HttpServletRequest inner = byHeader ? new WithoutCookies(seen) : seen;
        HttpServletResponse outer = path.isApi() && !storeIds.isEmpty() ? new NeverCached(response) : response;
        try {
            enter(inner, path, identity, arrival);
            chain.doFilter(inner, outer);
        } catch (RuntimeException | ServletException e) {
            if (outer.isCommitted()) {
                throw e;
            }
            Answers.fail(inner, outer, Passage.of(request).problem(e));
        }
    }

    private void enter(HttpServletRequest request, RequestPath path, Identity identity, Arrival arrival) {
        requireRightHost(path, identity);
        if (identity instanceof Identity.Found found) {
            currentStore.enter(found.store());
            Passage.of(request).enter(found.store());
        }
        Cookies.check(request);
        SameOrigin.check(request, arrival);
        if (path.isApi() || path.isBelow("/admin") || Requests.isUnsafe(request)) {
            // Nobody is known to a page, so pages that only show something are spared the making of a person.
            person.comesFrom(arrival.client());
            actor.asks(Requests.id(request));
        }
        credentials.check(request, path, identity);
        sessions.enter(request, path, identity, arrival);
    }

    /** Turns away who is for nobody, and who asks at a store for what is the platform's or the other way round. */
    private static void requireRightHost(RequestPath path, Identity identity) {
        if (identity instanceof Identity.Refused refused) {
            throw new RefusedException(refused.type(), refused.status(), refused.message());
        }
        if (identity instanceof Identity.Unavailable unavailable) {
            throw new StoreUnavailableException("This store is closed for the moment.", unavailable.retryAfter());
        }
        boolean platform = identity instanceof Identity.Platform;
        boolean nobody = identity instanceof Identity.Unknown || identity instanceof Identity.Moved;
        if (nobody || (platform && path.isStoreApi())) {
            throw new NoStoreException();
        }
        if (platform ? path.isStoreOnly() : path.isPlatformOnly()) {
            throw RefusedException.notHere();
        }
    }

    /** A proxy that asks for itself: what it passes on carries the marks of that. */
    private static void requireOurOwnProxy(HttpServletRequest request, boolean vouched) {
        boolean near = vouched || Requests.isFromThisMachine(request);
        if (!near || Requests.isPassedOn(request)) {
            throw RefusedException.notHere();
        }
    }

    /** The path, where the container reads it as we do: what it dispatches on decides which servlet answers. */
    private static RequestPath path(HttpServletRequest request) {
        RequestPath path = RequestPath.of(request.getRequestURI());
        String info = request.getPathInfo();
        String dispatched = request.getContextPath() + request.getServletPath() + (info == null ? "" : info);
        boolean sessionInPath = request.isRequestedSessionIdFromURL();
        boolean welcomeFile = path.value().endsWith("/") && dispatched.startsWith(path.value());
        if (sessionInPath || !(dispatched.equals(path.value()) || welcomeFile)) {
            throw RefusedException.badRequest("The path of this address cannot be read in one way only.");
        }
        return path;
    }

    /** An asynchronous dispatch can come in a new scope: it belongs to the store that the request came for. */
    private void comeBack(HttpServletRequest request) {
        Passage.of(request).store().ifPresent(currentStore::enter);
    }
}
