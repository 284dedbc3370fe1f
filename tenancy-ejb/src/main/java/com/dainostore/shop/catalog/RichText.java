package com.dainostore.shop.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * Texts with paragraphs, headings, lists, tables and links: HTML of these few elements, which can stand on any page. Whatever
 * else was there has gone: scripts and styles with what is in them, of other elements only their tags. What has been
 * {@link #clean cleaned} once stays as it is.
 */
public final class RichText {
    private static final String[] ELEMENTS = {
        "p",
        "br",
        "hr",
        "ul",
        "ol",
        "li",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "strong",
        "em",
        "u",
        "s",
        "sub",
        "sup",
        "small",
        "code",
        "pre",
        "blockquote",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td"
    };
    private static final Pattern CELLS = Pattern.compile("[1-9][0-9]?");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowElements((element, attributes) -> "h2", "h1")
            .allowElements((element, attributes) -> "p", "div", "section", "article", "center")
            .allowElements((element, attributes) -> "strong", "b")
            .allowElements((element, attributes) -> "em", "i")
            .allowElements((element, attributes) -> "s", "strike", "del")
            .allowElements("a")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelNofollowOnLinks()
            .allowAttributes("colspan", "rowspan")
            .matching(CELLS)
            .onElements("th", "td")
            .toFactory();

    private static final Set<String> WITHOUT_END = Set.of("br", "hr");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/?][^>]*>");
    private static final Pattern NOTHING = Pattern.compile("<(p|h[2-6]|li|strong|em|u|s)>(?:\\s|\u00a0)*</\\1>\\n?");
    private static final Pattern BLOCK_END =
            Pattern.compile("<(?:br|hr)>|</(?:p|h[2-6]|li|tr|blockquote|pre|caption)>");
    private static final Pattern CELL_END = Pattern.compile("</t[hd]>");

    private RichText() {}

    /** What may be kept of it; of text without any tag, its paragraphs and lines. */
    public static String clean(String text) {
        String html = TAG.matcher(text).find() ? text : paragraphs(text);
        String once = sanitized(html);
        // Where an element became another one, it may now stand in a place where browsers do not leave it.
        return once.equals(html) ? once : sanitized(once);
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.replaceAll("\r\n?", "\n").split("\n\\s*\n", -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> "<p>" + paragraph.replace("<", "&lt;").replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String sanitized(String html) {
        StringBuilder out = new StringBuilder(html.length());
        HtmlSanitizer.sanitize(html, POLICY.apply(new Writer(out)));
        String kept = NOTHING.matcher(out).replaceAll("").strip();
        return TAG.matcher(kept).find() || kept.isEmpty() ? kept : "<p>" + kept + "</p>";
    }

    /** The words of a text that has been cleaned, a line for each paragraph, heading, item and row. */
    public static String plain(String html) {
        String lines =
                CELL_END.matcher(BLOCK_END.matcher(html).replaceAll("\n")).replaceAll(" ");
        return TAG.matcher(lines)
                .replaceAll("")
                .replaceAll("[ \\t]*\\n\\s*", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** Writes what the policy lets through, as people would have written it: only what has a meaning in HTML is escaped. */
    private record Writer(StringBuilder out) implements HtmlStreamEventReceiver {
        @Override
        public void openDocument() {
            // A part of a page has no beginning of its own.
        }

        @Override
        public void closeDocument() {
            // Nor an end.
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            out.append('<').append(element);
            for (int i = 0; i < attributes.size(); i += 2) {
                out.append(' ').append(attributes.get(i)).append("=\"");
                out.append(escaped(attributes.get(i + 1)).replace("\"", "&quot;"));
                out.append('"');
            }
            out.append('>');
        }

        @Override
        public void closeTag(String element) {
            if (!WITHOUT_END.contains(element)) {
                out.append("</").append(element).append('>');
            }
        }

        @Override
        public void text(String text) {
            out.append(escaped(text));
        }

        private static String escaped(String text) {
            return text.codePoints()
                    .filter(TextRules::printable)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
        }
    }
}
