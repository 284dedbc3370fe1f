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

    /**
     * @param floor the least that it could be, measured in the same run; not a number where there is none
     * @param aim what it should at most be, empty where there is no aim
     */
    private record Figure(String what, double value, double floor, String unit, String aim) {
        boolean hasFloor() {
            return !Double.isNaN(floor);
        }
    }

    public Figures(String name) {
        this.name = name;
    }

    public void add(String what, double value, String unit) {
        add(what, value, unit, "");
    }

    public void add(String what, double value, String unit, String aim) {
        addBeside(what, value, Double.NaN, unit, aim);
    }

    public void addBeside(String what, double value, double floor, String unit) {
        addBeside(what, value, floor, unit, "");
    }

    /** @param floor the least that it could be */
    public void addBeside(String what, double value, double floor, String unit, String aim) {
        figures.add(new Figure(what, value, floor, unit, aim));
    }

    /** Adds the median and the 95th percentile of measured times. */
    public void addPercentiles(String what, double[] values, double[] floor, String unit, String aim) {
        for (int percent : new int[] {50, 95}) {
            addBeside(what + ", p" + percent, percentile(values, percent), percentile(floor, percent), unit, aim);
        }
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
                    String.format(Locale.ROOT, "  %-60s %10.2f %-11s %s%n", f.what(), f.value(), f.unit(), notes(f)));
        }
        return table.append('\n').toString();
    }

    private static String notes(Figure figure) {
        String floor = figure.hasFloor() ? String.format(Locale.ROOT, "floor %10.2f   ", figure.floor()) : "";
        return figure.aim().isEmpty() ? floor : floor + "(aim: " + figure.aim() + ")";
    }

    private String json() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        figures.forEach(f -> all.add(json(f)));
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("name", name)
                .add("at", Instant.now().toString())
                .add("processors", Runtime.getRuntime().availableProcessors())
                .add("java", System.getProperty("java.version"))
                .add("figures", all);
        return document.build() + "\n";
    }

    private static JsonObjectBuilder json(Figure figure) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("what", figure.what())
                .add("value", figure.value())
                .add("unit", figure.unit())
                .add("aim", figure.aim());
        return figure.hasFloor() ? json.add("floor", figure.floor()) : json;
    }
}
