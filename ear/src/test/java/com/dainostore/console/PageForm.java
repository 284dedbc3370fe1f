package com.dainostore.console;

import com.dainostore.testing.Form;
import com.dainostore.testing.Http;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pressing one button of a page sends: where to, and all fields of the button's form as the page has them, every box ticked.
 *
 * @param page as it follows the console's own part of the address
 * @param files whether it sends files, too
 */
record PageForm(String page, Map<String, String> fields, boolean files) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<(input|button|textarea)\\b([^>]*)>");
    private static final Pattern CHOICE =
            Pattern.compile("<select\\b([^>]*)>.*?<option value=\"([^\"]*)\"", Pattern.DOTALL);

    /** All that can be sent from a page: one for each button that sends something. */
    static List<PageForm> all(String html) {
        List<PageForm> forms = new ArrayList<>();
        FORM.matcher(html).results().forEach(form -> {
            if (attribute(form.group(1), "method").equals("post")) {
                forms.addAll(buttons(form));
            }
        });
        return forms;
    }

    private static List<PageForm> buttons(MatchResult form) {
        String page = attribute(form.group(1), "action").replaceFirst(".*/(merchant|operator)/", "");
        Map<String, String> fields = new TreeMap<>();
        List<String> buttons = new ArrayList<>();
        INPUT.matcher(form.group(2)).results().forEach(input -> {
            String name = attribute(input.group(2), "name");
            String type = attribute(input.group(2), "type");
            if (type.equals("submit") || input.group(1).equals("button")) {
                buttons.add(name);
            } else if (!name.isEmpty() && !type.equals("file")) {
                fields.putIfAbsent(name, value(name, input.group(2)));
            }
        });
        CHOICE.matcher(form.group(2))
                .results()
                .forEach(select -> fields.put(attribute(select.group(1), "name"), select.group(2)));
        boolean files = attribute(form.group(1), "enctype").startsWith("multipart");
        return buttons.stream()
                .map(button -> new PageForm(page, pressed(fields, button), files))
                .toList();
    }

    private static Map<String, String> pressed(Map<String, String> fields, String button) {
        Map<String, String> all = new TreeMap<>(fields);
        if (!button.isEmpty()) {
            all.put(button, "x");
        }
        return all;
    }

    /** What a person would type where the page has left it to them. */
    private static String value(String name, String attributes) {
        String value = attribute(attributes, "value");
        if (!value.isEmpty()) {
            return value;
        }
        return name.contains("password") ? Staff.PASSWORD : name.contains("mail") ? "eve@example.com" : "Eve";
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    /** The request with what the form sends, and any token in the place of its own. */
    Http.Request fill(Http.Request request, String token) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("token", token);
        all.putIfAbsent("jakarta.faces.ViewState", "stateless");
        if (!files) {
            return request.body("application/x-www-form-urlencoded", Session.encoded(all));
        }
        Form form = new Form();
        all.forEach(form::field);
        return request.form(form.file("eve.txt", "text/plain", "Eve was here".getBytes(StandardCharsets.UTF_8)));
    }
}
