package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.RequestFacts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Reads from a servlet request what the door needs, and marks it with what the door found. */
final class Requests {
    private static final String ID = Requests.class.getName() + ".id";
    private static final String SECURE = Requests.class.getName() + ".secure";
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern API = Pattern.compile("/+(api|openapi|metrics|health)(?![A-Za-z0-9_-])");
    private static final Set<String> PASSED_ON =
            Set.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");

    private Requests() {}

    static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    static RequestFacts facts(HttpServletRequest request) {
        return new RequestFacts(
                request.getRemoteAddr(),
                request.isSecure(),
                headers(request, "Host"),
                headers(request, "Forwarded"),
                headers(request, "X-Forwarded-Host"),
                headers(request, "X-Forwarded-For"),
                headers(request, "X-Forwarded-Proto"));
    }

    /** Whether the other end of the connection is this machine itself. */
    static boolean isFromThisMachine(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    /** Whether a proxy says that it asks for somebody else. */
    static boolean isPassedOn(HttpServletRequest request) {
        return PASSED_ON.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    static boolean isUnsafe(HttpServletRequest request) {
        return UNSAFE.contains(request.getMethod());
    }

    /** Whether the client is a program: it gets problem documents. Also answers for paths that cannot be read. */
    static boolean isApi(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : String.valueOf(request.getRequestURI());
        return API.matcher(path).lookingAt();
    }

    /** The id of this request, in its answer, in problems and in the log. */
    static String id(HttpServletRequest request) {
        Object id = request.getAttribute(ID);
        return id instanceof String known ? known : assign(request, List.of());
    }

    /** @param proposed ids from a trusted proxy; one sane id is kept, otherwise a new one is made */
    static String assign(HttpServletRequest request, List<String> proposed) {
        boolean sane = proposed.size() == 1 && SANE_ID.matcher(proposed.get(0)).matches();
        String id = sane
                ? proposed.get(0)
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        request.setAttribute(ID, id);
        return id;
    }

    static boolean isSecure(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(SECURE));
    }

    static void secure(HttpServletRequest request, boolean secure) {
        request.setAttribute(SECURE, secure);
    }
}
