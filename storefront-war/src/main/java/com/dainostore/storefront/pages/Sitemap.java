package com.dainostore.storefront.pages;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes one file in the format of sitemaps.org, address by address. */
final class Sitemap {
    private static final String SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Writer out;
    private final String origin;

    /** @param origin of all addresses: scheme, host and port */
    Sitemap(OutputStream out, String origin) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.origin = escaped(origin);
    }

    void begin(String root) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " xmlns=\"" + SCHEMA + "\">\n");
    }

    void file(String path) throws IOException {
        out.write("<sitemap>" + location(path) + "</sitemap>\n");
    }

    void page(String path) throws IOException {
        out.write("<url>" + location(path) + "</url>\n");
    }

    void page(String path, Instant changedAt) throws IOException {
        out.write("<url>" + location(path) + "<lastmod>" + changedAt.truncatedTo(ChronoUnit.SECONDS)
                + "</lastmod></url>\n");
    }

    void end(String root) throws IOException {
        out.write("</" + root + ">\n");
        out.flush();
    }

    private String location(String path) {
        return "<loc>" + origin + escaped(path) + "</loc>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;");
    }
}
