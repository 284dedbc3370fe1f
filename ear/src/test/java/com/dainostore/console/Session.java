package com.dainostore.console;

import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A session in the console without a browser, so that every part of a request can be something else than a browser sends.
 *
 * @param cookie name and value
 * @param token what the forms of this session carry
 */
record Session(RunningShop shop, String cookie, String token) {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([A-Za-z0-9_-]{43})\"");

    static Session open(Operator operator) {
        RunningShop shop = operator.shop();
        Http.Answer answer = signIn(shop, operator.email(), operator.password(), Map.of());
        String cookie = answer.expect(303).header("Set-Cookie").orElseThrow().split(";")[0];
        String page = shop.http()
                .get("localhost", "/admin/operator/password")
                .header("Cookie", cookie)
                .send()
                .expect(200)
                .text();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("No token in " + page);
        }
        return new Session(shop, cookie, token.group(1));
    }

    static Http.Answer signIn(RunningShop shop, String email, String password, Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(more);
        fields.putAll(Map.of("form-sign-in", "form-sign-in", "email", email, "password", password, "do-sign-in", "x"));
        return post(shop, "/admin/operator/sign-in", fields)
                .header("Origin", origin(shop))
                .send();
    }

    static String origin(RunningShop shop) {
        return "http://localhost:" + shop.port();
    }

    Http.Request get(String path) {
        return shop.http().get("localhost", path).header("Cookie", cookie);
    }

    /** What a browser sends for a form of this session. */
    Http.Request submit(String path, Map<String, String> fields) {
        return submit(path, fields, token).header("Cookie", cookie).header("Origin", origin(shop));
    }

    /** A form with any token, and nothing that says who or where from. */
    Http.Request submit(String path, Map<String, String> fields, String anyToken) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("token", anyToken);
        return post(shop, path, all);
    }

    static Http.Request post(RunningShop shop, String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putIfAbsent("jakarta.faces.ViewState", "stateless");
        return shop.http().request("POST", "localhost", path).body("application/x-www-form-urlencoded", encoded(all));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
