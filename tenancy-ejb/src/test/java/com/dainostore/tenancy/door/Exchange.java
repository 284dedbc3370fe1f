package com.dainostore.tenancy.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request and the answer to it without a container: what a test says of the one and can ask of the other. */
final class Exchange {
    final Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, List<String>> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    String method = "GET";
    String uri;
    String dispatched;
    String remoteAddress = "203.0.113.9";
    DispatcherType dispatcher = DispatcherType.REQUEST;
    int status = 200;
    boolean committed;

    Exchange(String host, String uri) {
        this.uri = uri;
        this.dispatched = uri;
        with("Host", host);
    }

    Exchange with(String header, String value) {
        sent.computeIfAbsent(header, name -> new ArrayList<>()).add(value);
        return this;
    }

    Exchange method(String name) {
        method = name;
        return this;
    }

    String answer(String header) {
        return String.join(", ", answered.getOrDefault(header, List.of()));
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (self, call, args) -> switch (call.getName()) {
            case "getMethod" -> method;
            case "getRequestURI" -> uri;
            case "getServletPath" -> dispatched;
            case "getPathInfo" -> null;
            case "getContextPath" -> "";
            case "getRemoteAddr" -> remoteAddress;
            case "isSecure", "isRequestedSessionIdFromURL" -> false;
            case "getDispatcherType" -> dispatcher;
            case "getHeaders" -> Collections.enumeration(sent.getOrDefault((String) args[0], List.of()));
            case "getHeaderNames" -> Collections.enumeration(sent.keySet());
            case "getHeader" ->
                sent.getOrDefault((String) args[0], Collections.singletonList(null))
                        .get(0);
            case "getCookies" -> cookies();
            case "getSession" -> null;
            case "getAttribute" -> attributes.get((String) args[0]);
            case "setAttribute" -> attributes.put((String) args[0], args[1]);
            case "getRequestDispatcher" -> (RequestDispatcher) null;
            case "getServletContext" -> proxy(ServletContext.class, (context, called, given) -> null);
            default -> throw new UnsupportedOperationException(call.getName());
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (self, call, args) -> {
            switch (call.getName()) {
                case "setHeader" -> answered.put((String) args[0], new ArrayList<>(List.of((String) args[1])));
                case "addHeader" ->
                    answered.computeIfAbsent((String) args[0], name -> new ArrayList<>())
                            .add((String) args[1]);
                case "setIntHeader" -> answered.put((String) args[0], List.of(String.valueOf(args[1])));
                case "setContentType" -> answered.put("Content-Type", List.of((String) args[0]));
                case "setContentLength" -> answered.put("Content-Length", List.of(String.valueOf(args[0])));
                case "setStatus" -> status = (Integer) args[0];
                case "reset" -> {
                    answered.clear();
                    status = 200;
                    body.reset();
                }
                case "getHeader" -> {
                    return answered.containsKey((String) args[0]) ? answer((String) args[0]) : null;
                }
                case "isCommitted" -> {
                    return committed;
                }
                case "getOutputStream" -> {
                    return output();
                }
                default -> throw new UnsupportedOperationException(call.getName());
            }
            return null;
        });
    }

    private Cookie[] cookies() {
        return sent.getOrDefault("Cookie", List.of()).stream()
                .flatMap(value -> List.of(value.split("; ")).stream())
                .map(pair -> new Cookie(pair.split("=")[0], pair.split("=", 2)[1]))
                .toArray(Cookie[]::new);
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) {
                body.write(b);
            }
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public String toString() {
        return method.toLowerCase(Locale.ROOT) + " " + uri;
    }
}
