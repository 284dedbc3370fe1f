package com.dainostore.bench;

import com.dainostore.testing.Databases;
import com.dainostore.testing.RunningShop;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the first request to a closed store costs, and what a store that is open holds. */
@ExtendWith(BenchServer.class)
@Order(5)
class OpeningBench {
    private static final int STORES_IN_ALL = 300;
    private static final int OPENED = 100;
    private static final int BLOCK = 10;
    private static final int WARM_ROUNDS = 5;
    private static final String PREFIX = "many-";

    private final RunningShop shop;
    private final Processes processes;
    private final Figures figures = new Figures("opening");

    OpeningBench(RunningShop shop) {
        this.shop = shop;
        this.processes = new Processes(shop);
    }

    /** What the installation holds at a moment. */
    private record Held(double heap, double resident, int threads, double postgres, int connections) {}

    @Test
    void storesAreOpened() throws Exception {
        BenchServer.settle(shop);
        fill();
        List<String> databases = databases();
        Held before = held();
        double[] first = new double[OPENED];
        double[] bare = new double[OPENED];
        Processes.Cpu opening = new Processes.Cpu(0, 0);
        Processes.Cpu connecting = new Processes.Cpu(0, 0);
        double clientCpu = 0;
        for (int begin = 0; begin < OPENED; begin += BLOCK) {
            Processes.Cpu start = processes.cpu();
            open(begin, first);
            Processes.Cpu middle = processes.cpu();
            double client = threadMicros();
            connect(databases.subList(begin, begin + BLOCK), begin, bare);
            clientCpu += threadMicros() - client;
            Processes.Cpu spent = middle.minus(start);
            if (begin == 0) {
                figures.add(
                        "the first ten openings of the node, CPU of the server", spent.server() / BLOCK / 1000, "ms");
            } else {
                opening = opening.plus(spent);
            }
            connecting = connecting.plus(processes.cpu().minus(middle));
        }
        Processes.Cpu warm = warm();
        Held after = held();
        Processes.Cpu each = opening.each(OPENED - BLOCK).minus(warm);
        figures.addBeside(
                "opening a store, CPU of the server", each.server() / 1000, clientCpu / OPENED / 1000, "ms", "100");
        figures.addBeside(
                "opening a store, CPU of PostgreSQL",
                each.postgres() / 1000,
                connecting.each(OPENED).postgres() / 1000,
                "ms");
        figures.addPercentiles("first request to a closed store", first, bare, "ms", "");
        memory(before, after);
        figures.publish();
    }

    /** Makes stores until there are as many as there should be. */
    private void fill() throws Exception {
        int there = databases().size();
        long begin = System.nanoTime();
        new Operator(shop)
                .createAll(IntStream.range(there, STORES_IN_ALL)
                        .mapToObj(i -> PREFIX + (i - there))
                        .toList());
        figures.add(
                "bulk creation, four asked for at once",
                (STORES_IN_ALL - there) / ((System.nanoTime() - begin) / 1e9),
                "stores/s");
        BenchServer.settle(shop);
    }

    private List<String> databases() throws Exception {
        return shop.databases().list(Databases.REGISTRY, "SELECT database_name FROM store_databases ORDER BY store_id");
    }

    private void open(int begin, double[] millis) throws Exception {
        try (Wire wire = new Wire(shop.port())) {
            for (int i = begin; i < begin + BLOCK; i++) {
                long start = System.nanoTime();
                wire.exchange(home(i));
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
    }

    private byte[] home(int store) {
        return Wire.get(PREFIX + store + ".localhost", shop.port(), "/");
    }

    private void connect(List<String> databases, int begin, double[] millis) throws Exception {
        for (int i = 0; i < databases.size(); i++) {
            long start = System.nanoTime();
            try (Connection connection = shop.databases().connect(databases.get(i));
                    var statement = connection.createStatement()) {
                statement.execute("SELECT store_id FROM store_identity");
            }
            millis[begin + i] = (System.nanoTime() - start) / 1e6;
        }
    }

    private Processes.Cpu warm() throws Exception {
        Processes.Cpu start = processes.cpu();
        try (Wire wire = new Wire(shop.port())) {
            for (int round = 0; round < WARM_ROUNDS; round++) {
                for (int i = 0; i < OPENED; i++) {
                    wire.exchange(home(i));
                }
            }
        }
        return processes.cpu().minus(start).each(WARM_ROUNDS * OPENED);
    }

    private void memory(Held before, Held after) {
        figures.add("live heap, " + STORES_IN_ALL + " stores, almost all closed", before.heap(), "MB");
        figures.add("live heap, " + OPENED + " of them opened", after.heap(), "MB");
        figures.add("live heap per open store", (after.heap() - before.heap()) / OPENED, "MB", "1");
        figures.add("resident memory of the server before", before.resident(), "MB");
        figures.add("resident memory of the server after", after.resident(), "MB");
        figures.add("threads of the server before", before.threads(), "");
        figures.add("threads of the server after", after.threads(), "");
        figures.add("connections of stores after", after.connections(), "");
        figures.add("memory of PostgreSQL before", before.postgres(), "MB");
        figures.add("memory of PostgreSQL after", after.postgres(), "MB");
        figures.add("processes of PostgreSQL after", processes.postgresCount(), "");
    }

    private Held held() throws Exception {
        double postgres = processes.postgresMemory();
        int connections = Integer.parseInt(shop.databases()
                .list(
                        "postgres",
                        "SELECT count(*)::text FROM pg_stat_activity WHERE application_name = 'dainostore store'")
                .get(0));
        return new Held(liveHeap(), processes.serverResident(), processes.serverThreads(), postgres, connections);
    }

    /** In MB, after a full collection. */
    private double liveHeap() throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(shop.server().pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split("\\s+")[2]) / (1 << 20))
                .findFirst()
                .orElseThrow(() -> new AssertionError(histogram));
    }

    private static double threadMicros() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e3;
    }
}
