package com.dainostore.admin;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.OperatorSession;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * The filter behind the door: nothing of the operator console is reached without a session but the sign-in page, the pages
 * that links lead to, and what they look like. Whatever a form sends is believed only with the token of the session that got the form; what was typed
 * comes back to who has to sign in again first.
 */
public class Gate implements Filter {
    static final String SIGN_IN = "/operator/sign-in";
    private static final String HOME = "/operator/stores";
    private static final String PASSWORD = "/operator/password";
    private static final String SIGN_OUT = "/operator/sign-out";
    private static final String RESOURCES = "/jakarta.faces.resource/";
    /** Besides the sign-in, for who cannot sign in yet or any more; what counts there is a link that was mailed. */
    private static final Set<String> OPEN = Set.of(
            "/operator/join",
            "/operator/forgot",
            "/operator/reset",
            "/merchant/join",
            "/merchant/forgot",
            "/merchant/reset",
            "/merchant/confirm-email");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    @Inject
    CurrentSession current;

    @Inject
    CurrentStore store;

    @Override
    public void doFilter(ServletRequest incoming, ServletResponse outgoing, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) incoming;
        HttpServletResponse response = new ConsoleResponse((HttpServletResponse) outgoing);
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (path.startsWith(RESOURCES)) {
            response.setHeader("Cache-Control", "no-cache");
            chain.doFilter(request, response);
            return;
        }
        Submission submission = new Submission(request);
        if (isOfStore(path) != store.get().isPresent() || (isOfStore(path) && !OPEN.contains(path))) {
            throw new NotFoundException("There is nothing at this address.");
        }
        if (!METHODS.contains(request.getMethod()) || submission.isByAddress()) {
            throw new NotFoundException("There is nothing at this address.");
        }
        Optional<String> elsewhere = elsewhere(path, submission);
        if (elsewhere.isPresent()) {
            submission.redirect(response, elsewhere.get());
        } else {
            chain.doFilter(new FreshNonce(request), response);
        }
    }

    private static boolean isOfStore(String path) {
        return path.startsWith("/merchant/");
    }

    /** Where the request has to go before it can have what it asks for; empty where it can have it. */
    private Optional<String> elsewhere(String path, Submission submission) {
        Optional<OperatorSession> session = current.get();
        if (path.equals(SIGN_IN)) {
            return session.isPresent() ? Optional.of(HOME) : Optional.empty();
        }
        if (OPEN.contains(path)) {
            return Optional.empty();
        }
        if (session.isEmpty()) {
            return Optional.of(path.equals("/") ? SIGN_IN : submission.signInFirst(path));
        }
        if (submission.isUnsafe() && !submission.carries(session.get().formToken())) {
            return Optional.of(submission.again(path));
        }
        if (session.get().mustChange() && !path.equals(PASSWORD) && !path.equals(SIGN_OUT)) {
            return Optional.of(PASSWORD);
        }
        return path.equals("/") ? Optional.of(HOME) : Optional.empty();
    }
}
