package com.dainostore.attack;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way into the application, as its archives declare it.
 *
 * @param template the path with its parameters in braces
 * @param queries the names of its query parameters, where they are declared
 * @param source the class that answers
 */
record Route(String method, String template, Set<String> queries, String source) implements Comparable<Route> {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)[^}]*}");

    /** Who a route is for; each kind has attacks of its own. */
    enum Kind {
        SHOP_API,
        STAFF_API,
        PLATFORM_API,
        PLATFORM_PAGE,
        CONSOLE,
        PAGE,
        PROBE
    }

    Kind kind() {
        if (template.startsWith("/api/platform/v1/")) {
            return Kind.PLATFORM_API;
        }
        if (template.startsWith("/api/admin/v1/")) {
            return Kind.STAFF_API;
        }
        if (template.startsWith("/api/v1/")) {
            return Kind.SHOP_API;
        }
        if (template.startsWith("/api")) {
            throw new AssertionError(this + " is of no known kind: say who it is for, and how it is attacked");
        }
        if (template.equals("/openapi") || template.equals("/metrics")) {
            return Kind.PLATFORM_PAGE;
        }
        if (template.startsWith("/health/") || template.startsWith("/internal/")) {
            return Kind.PROBE;
        }
        return template.startsWith("/admin") ? Kind.CONSOLE : Kind.PAGE;
    }

    boolean isStoreApi() {
        return kind() == Kind.SHOP_API || kind() == Kind.STAFF_API;
    }

    boolean isApi() {
        return isStoreApi() || kind() == Kind.PLATFORM_API;
    }

    /** Whether one signs in here: the only unsafe calls that need no token. */
    boolean isSignIn() {
        return method.equals("POST") && template.endsWith("/tokens");
    }

    /** Whether the address says it all, so that nothing that is sent is read: {@code /people/{id}/deactivate}, {@code /audit/check}. */
    boolean isCommand() {
        return method.equals("POST")
                && template.matches(".*(}|/audit|/master-key)/(?!domains|lines|checkout|notes)[a-z-]+");
    }

    boolean hasBody() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    List<String> parameters() {
        return PARAMETER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The path with one value in the place of each parameter. */
    String path(UnaryOperator<String> values) {
        return PARAMETER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }

    @Override
    public int compareTo(Route other) {
        int byTemplate = template.compareTo(other.template);
        return byTemplate != 0 ? byTemplate : method.compareTo(other.method);
    }

    @Override
    public String toString() {
        return "%-6s %s%s".formatted(method, template, queries.isEmpty() ? "" : " ?" + new TreeSet<>(queries));
    }
}
