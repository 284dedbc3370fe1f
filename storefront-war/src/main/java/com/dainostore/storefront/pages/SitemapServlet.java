package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.CatalogIndex;
import com.dainostore.shop.catalog.CatalogVersions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a store tells search engines of its addresses, in the format of sitemaps.org: an index of files at
 * {@code /sitemap.xml}, and files of at most {@link CatalogIndex#PART} addresses below {@code /sitemaps/}. They are written
 * as they are read and kept nowhere; their ETag follows from the version of the catalog, so who has them asks for nothing.
 */
@WebServlet({SitemapServlet.INDEX, SitemapServlet.FILES + "*"})
public class SitemapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String INDEX = "/sitemap.xml";
    static final String FILES = "/sitemaps/";
    private static final Pattern FILE = Pattern.compile("/(?:pages|(products|collections)-([1-9][0-9]{0,5}))\\.xml");

    @Inject
    transient Shops shops;

    @Inject
    transient CatalogIndex catalog;

    @Inject
    transient CatalogVersions versions;

    @Inject
    transient Failures failures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.current();
        String name = request.getPathInfo();
        Matcher file = FILE.matcher(name == null ? "" : name);
        if (shop.isEmpty() || (name != null && !file.matches())) {
            failures.notFound(response);
            return;
        }
        String tag = tag(request, shop.get());
        if (Pages.known(request.getHeader("If-None-Match"), tag)) {
            head(response, tag);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else if (name == null) {
            head(response, tag);
            index(new Sitemap(response.getOutputStream(), Address.of(request, "")));
        } else if (file.group(1) == null) {
            head(response, tag);
            pages(new Sitemap(response.getOutputStream(), Address.of(request, "")), shop.get());
        } else {
            file(request, response, tag, file);
        }
    }

    /** Another content always has another one: it follows from all that the content is made of. */
    private String tag(HttpServletRequest request, Shop shop) {
        String all = versions.current() + " " + shop.settings().version() + " "
                + Address.of(request, request.getRequestURI());
        return '"' + Asset.hash(all.getBytes(StandardCharsets.UTF_8)) + '"';
    }

    private static void head(HttpServletResponse response, String tag) {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        response.setContentType("application/xml;charset=utf-8");
    }

    private void index(Sitemap sitemap) throws IOException {
        CatalogIndex.Sizes sizes = catalog.sizes();
        sitemap.begin("sitemapindex");
        sitemap.file(FILES + "pages.xml");
        for (int part = 1; part <= sizes.collections(); part++) {
            sitemap.file(FILES + "collections-" + part + ".xml");
        }
        for (int part = 1; part <= sizes.products(); part++) {
            sitemap.file(FILES + "products-" + part + ".xml");
        }
        sitemap.end("sitemapindex");
    }

    private static void pages(Sitemap sitemap, Shop shop) throws IOException {
        sitemap.begin("urlset");
        sitemap.page("/");
        sitemap.page(ProductsServlet.PATH);
        sitemap.page(CollectionsPage.PATH);
        for (LegalText text : shop.legalTexts()) {
            sitemap.page(text.path());
        }
        sitemap.end("urlset");
    }

    private void file(HttpServletRequest request, HttpServletResponse response, String tag, Matcher file)
            throws IOException {
        String kind = file.group(1);
        int part = Integer.parseInt(file.group(2));
        List<CatalogIndex.Entry> entries = kind.equals("products") ? catalog.products(part) : catalog.collections(part);
        if (entries.isEmpty()) {
            failures.notFound(response);
            return;
        }
        head(response, tag);
        Sitemap sitemap = new Sitemap(response.getOutputStream(), Address.of(request, ""));
        sitemap.begin("urlset");
        for (CatalogIndex.Entry entry : entries) {
            sitemap.page("/" + kind + "/" + entry.handle(), entry.changedAt());
        }
        sitemap.end("urlset");
    }
}
