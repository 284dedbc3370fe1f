package com.dainostore.admin;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.ConsoleSession;
import com.dainostore.tenancy.security.CurrentSession;
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
 * The filter behind the door: the operator console is on the platform's host only, a store's on the store's hosts only, and
 * nothing of either is reached without a session but the sign-in page and what it looks like. Whatever a form sends is
 * believed only with the token of the session that got the form; what was typed comes back to who has to sign in again first.
 */
public class Gate implements Filter {
    private static final String RESOURCES = "/jakarta.faces.resource/";
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
        Realm realm = store.get().isPresent() ? Realm.MERCHANT : Realm.OPERATOR;
        if (path.startsWith(RESOURCES)) {
            response.setHeader("Cache-Control", "no-cache");
            chain.doFilter(request, response);
            return;
        }
        Submission submission = new Submission(request, realm);
        if (!(path.equals("/") || realm.has(path))
                || !METHODS.contains(request.getMethod())
                || submission.isByAddress()) {
            throw new NotFoundException("There is nothing at this address.");
        }
        Optional<String> elsewhere = elsewhere(realm, path, submission);
        if (elsewhere.isPresent()) {
            submission.redirect(response, elsewhere.get());
        } else {
            chain.doFilter(new FreshNonce(request), response);
        }
    }

    /** Where the request has to go before it can have what it asks for; empty where it can have it. */
    private Optional<String> elsewhere(Realm realm, String path, Submission submission) throws IOException {
        Optional<ConsoleSession> session = current.get();
        if (path.equals(realm.signIn())) {
            return session.isPresent() ? Optional.of(realm.home()) : Optional.empty();
        }
        if (realm.isOpen(path)) {
            return Optional.empty();
        }
        if (session.isEmpty()) {
            return Optional.of(path.equals("/") ? realm.signIn() : submission.signInFirst(path));
        }
        if (submission.isUnsafe() && !submission.carries(session.get().formToken())) {
            return Optional.of(submission.again(path));
        }
        if (session.get().mustChange() && !path.equals(realm.password()) && !path.equals(realm.signOut())) {
            return Optional.of(realm.password());
        }
        return path.equals("/") ? Optional.of(realm.home()) : Optional.empty();
    }
}
