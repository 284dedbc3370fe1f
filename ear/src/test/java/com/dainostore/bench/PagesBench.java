package com.dainostore.bench;

import com.dainostore.testing.RunningShop;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a warm request costs, beside a servlet that answers as many bytes without doing anything for them. */
@ExtendWith(BenchServer.class)
@Order(3)
class PagesBench {
    private static final String HOST = "aurora.localhost";
    /** A page for somebody who is known is drawn for each request. */
    private static final String KNOWN = "Cookie: dainostore-bench=known";

    private static final String ASSET = "asset of a store";
    private static final Pattern HANDLE = Pattern.compile("href=\"/products/([^\"?/]+)");
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+/shop\\.js)");

    private final RunningShop shop;

    PagesBench(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void warmRequests() throws Exception {
        BenchServer.settle(shop);
        String product = find("/products", HANDLE);
        Figures figures = new Figures("pages");
        try (Load load = new Load(shop)) {
            Map<String, Load.Target> targets = new LinkedHashMap<>();
            targets.put("product page, drawn", load.target(HOST, "/products/" + product, KNOWN));
            targets.put("product page, kept", load.target(HOST, "/products/" + product));
            targets.put("product list, drawn", load.target(HOST, "/products", KNOWN));
            targets.put("product list, kept", load.target(HOST, "/products"));
            targets.put("JSON product", load.target(HOST, "/api/v1/products/" + product));
            targets.put("JSON list", load.target(HOST, "/api/v1/products"));
            targets.put(ASSET, load.target(HOST, find("/", SCRIPT)));
            load.warm(targets.values());
            for (Map.Entry<String, Load.Target> target : targets.entrySet()) {
                add(figures, target.getKey(), target.getValue(), load.measure(target.getValue()));
            }
        }
        figures.publish();
    }

    private static void add(Figures figures, String name, Load.Target target, Load.Pair pair) {
        Load.Cost subject = pair.subject();
        Load.Cost floor = pair.floor();
        double server = subject.cpuEach().server();
        figures.addBeside(name + ", CPU of the server", server, floor.cpuEach().server(), "us");
        if (name.equals(ASSET)) {
            figures.add(
                    "door, identification and the asset's servlet, CPU",
                    server - floor.cpuEach().server(),
                    "us",
                    "40");
        } else {
            figures.add(name + ", CPU of PostgreSQL", subject.cpuEach().postgres(), "us");
        }
        figures.addBeside(
                name + ", the load client on the same cores", subject.perSecond(), floor.perSecond(), "requests/s");
        figures.add(name + ", size", target.length(), "bytes");
    }

    private String find(String path, Pattern pattern) {
        String page = shop.http().get(HOST, path).send().expect(200).text();
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("No " + pattern + " in " + page);
        }
        return found.group(1);
    }
}
