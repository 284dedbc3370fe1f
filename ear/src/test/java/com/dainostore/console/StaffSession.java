package com.dainostore.console;

import com.dainostore.testing.Http;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session in the console of a store without a browser, so that every part of a request can be something else than a
 * browser sends.
 *
 * @param cookie name and value
 * @param token what the forms of this session carry
 */
record StaffSession(Staff staff, String cookie, String token) {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([A-Za-z0-9_-]{43})\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    static StaffSession open(Staff staff) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "form-sign-in", "form-sign-in",
                "email", staff.email(),
                "password", Staff.PASSWORD,
                "do-sign-in", "x",
                "jakarta.faces.ViewState", "stateless"));
        String cookie = request(staff, "POST", "sign-in")
                .body(FORM, Session.encoded(fields))
                .send()
                .expect(303)
                .header("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        String page = request(staff, "GET", "home")
                .header("Cookie", cookie)
                .send()
                .expect(200)
                .text();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("No token in " + page);
        }
        return new StaffSession(staff, cookie, token.group(1));
    }

    /** @param page as it follows {@code /admin/merchant/} */
    Http.Request get(String page) {
        return request(staff, "GET", page).header("Cookie", cookie);
    }

    /** What a browser sends for a form of this session. */
    Http.Request submit(String page, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putIfAbsent("jakarta.faces.ViewState", "stateless");
        all.putIfAbsent("token", token);
        return post(page).body(FORM, Session.encoded(all));
    }

    /** A request of this session that changes something, from a page of the same store. */
    Http.Request post(String page) {
        return request(staff, "POST", page).header("Cookie", cookie);
    }

    private static Http.Request request(Staff staff, String method, String page) {
        Http.Request request = staff.shop().http().request(method, staff.host(), "/admin/merchant/" + page);
        return method.equals("POST")
                ? request.header(
                        "Origin", "http://" + staff.host() + ":" + staff.shop().port())
                : request;
    }
}
