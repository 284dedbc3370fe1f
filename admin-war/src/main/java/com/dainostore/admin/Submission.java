package com.dainostore.admin;

import com.dainostore.tenancy.storage.MultipartForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a request brings along, and the way back to the page it came from with what was typed there. */
final class Submission {
    /** The name of the field that every form carries. */
    static final String TOKEN = "token";

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");
    /** Not what somebody typed: forms and their buttons. */
    private static final Pattern MACHINERY = Pattern.compile("(form|do)-.*|" + TOKEN + "|again");

    /** What says which page it is, and stays where all that was typed is too long for an address. */
    private static final Set<String> ADDRESS = Set.of("id", "again");

    private static final int LONGEST = 2_000;

    private final HttpServletRequest request;
    private final Realm realm;

    Submission(HttpServletRequest request, Realm realm) {
        this.request = request;
        this.realm = realm;
    }

    boolean isUnsafe() {
        return request.getMethod().equals("POST");
    }

    /** Whether an address pretends to be a form: Faces would take it for one, and any link can lead to an address. */
    boolean isByAddress() {
        return !isUnsafe()
                && Collections.list(request.getParameterNames()).stream()
                        .anyMatch(name -> name.contains("jakarta.faces.") || name.contains("javax.faces."));
    }

    boolean carries(String token) throws IOException {
        return token().filter(sent -> MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** A form with files is read up to the first of them, and goes on to whoever keeps them. */
    private Optional<String> token() throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            MultipartForm form = new MultipartForm(type, request.getInputStream());
            form.next();
            SentFiles.remember(request, form);
            return form.field(TOKEN);
        }
        String[] sent = request.getParameterValues(TOKEN);
        return sent != null && sent.length == 1 ? Optional.of(sent[0]) : Optional.empty();
    }

    /** The sign-in page, from which it goes on to this one. */
    String signInFirst(String path) {
        String next = path + query(Map.of());
        return realm.signIn()
                + realm.destination(next)
                        .map(address -> "?next=" + encoded(address))
                        .orElse("");
    }

    /** This page anew with what was typed, to be looked at and sent again. */
    String again(String path) {
        return path + query(Map.of("again", "1"));
    }

    void redirect(HttpServletResponse response, String path) throws IOException {
        String address = request.getContextPath() + path;
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write(PartialRedirect.to(address));
        } else {
            response.sendRedirect(address);
        }
    }

    private String query(Map<String, String> more) {
        Map<String, String> kept = new TreeMap<>(more);
        for (String name : List.copyOf(Collections.list(request.getParameterNames()))) {
            String value = request.getParameter(name);
            if (isTyped(name) && !value.isEmpty()) {
                kept.put(name, value);
            }
        }
        String query = joined(kept);
        if (query.length() > LONGEST) {
            kept.keySet().retainAll(ADDRESS);
            query = joined(kept);
        }
        return query.isEmpty() || query.length() > LONGEST ? "" : "?" + query;
    }

    private static String joined(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static boolean isTyped(String name) {
        return FIELD.matcher(name).matches()
                && !MACHINERY.matcher(name).matches()
                && !name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
