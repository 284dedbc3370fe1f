package com.dainostore.bench;

import com.dainostore.testing.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of one benchmark, with what they should be; printed as a table and saved as JSON. */
public final class Figures {
    private final String name;
    private final List<Figure> figures = new ArrayList<>();

    /** @param aim what it should at most be, empty where there is no aim */
    private record Figure(String what, double value, String unit, String aim) {}

    public Figures(String name) {
        this.name = name;
    }

    public void add(String what, double value, String unit) {
        add(what, value, unit, "");
    }

    public void add(String what, double value, String unit, String aim) {
        figures.add(new Figure(what, value, unit, aim));
    }

    /** Adds the median and the 95th percentile of measured times. */
    public void addPercentiles(String what, double[] values, String unit) {
        add(what + ", p50", percentile(values, 50), unit);
        add(what + ", p95", percentile(values, 95), unit);
    }

    /** The nearest-rank percentile. */
    public static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    /** Prints the table and saves {@code target/bench/<name>.json}. */
    public void publish() throws IOException {
        System.out.print(table());
        Path folder = Files.createDirectories(SharedServer.target().resolve("bench"));
        Files.writeString(folder.resolve(name + ".json"), json());
    }

    private String table() {
        StringBuilder table = new StringBuilder("\n").append(name).append('\n');
        for (Figure f : figures) {
            table.append(
                    String.format(Locale.ROOT, "  %-52s %12.2f %-12s %s%n", f.what(), f.value(), f.unit(), aim(f)));
        }
        return table.append('\n').toString();
    }

    private static String aim(Figure figure) {
        return figure.aim().isEmpty() ? "" : "(aim: " + figure.aim() + ")";
    }

    private String json() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        figures.forEach(f -> all.add(Json.createObjectBuilder()
                .add("what", f.what())
                .add("value", f.value())
                .add("unit", f.unit())
                .add("aim", f.aim())));
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("name", name)
                .add("at", Instant.now().toString())
                .add("processors", Runtime.getRuntime().availableProcessors())
                .add("java", System.getProperty("java.version"))
                .add("figures", all);
        return document.build() + "\n";
    }
}
