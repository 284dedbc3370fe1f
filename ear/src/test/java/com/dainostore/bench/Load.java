package com.dainostore.bench;

import com.dainostore.testing.RunningShop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends one request again and again over a few connections, and measures what it costs the server. */
final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final Duration ROUND = Duration.ofMillis(1_000);
    private static final int ROUNDS = 4;
    /** Twice what a method has to be called before the JVM's second compiler takes it; or as long as this may last. */
    private static final long WARM_REQUESTS = 10_000;

    private static final Duration WARMING = Duration.ofSeconds(15);

    private final RunningShop shop;
    private final Processes processes;
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final List<Wire> wires = new ArrayList<>();

    /** @param cpu of all requests, in microseconds */
    record Cost(long requests, double seconds, Processes.Cpu cpu) {
        static final Cost NOTHING = new Cost(0, 0, new Processes.Cpu(0, 0));

        Cost plus(Cost other) {
            return new Cost(requests + other.requests, seconds + other.seconds, cpu.plus(other.cpu));
        }

        Processes.Cpu cpuEach() {
            return cpu.each(requests);
        }

        double perSecond() {
            return requests / seconds;
        }
    }

    /** @param length of the answer's body in bytes */
    record Target(byte[] request, int length, byte[] floor) {}

    /** Two requests that took turns. */
    record Pair(Cost subject, Cost floor) {}

    Load(RunningShop shop) throws IOException {
        this.shop = shop;
        this.processes = new Processes(shop);
        for (int i = 0; i < CONNECTIONS; i++) {
            wires.add(new Wire(shop.port()));
        }
    }

    /** A request, and one to the floor for as many bytes. */
    Target target(String host, String path, String... headers) throws IOException {
        byte[] request = Wire.get(host, shop.port(), path, headers);
        int length = wires.get(0).exchange(request);
        return new Target(request, length, Wire.get("localhost", shop.port(), BenchServer.FLOOR + length));
    }

    /** Has the server compile what the requests use. */
    void warm(Collection<Target> targets) throws Exception {
        for (Target target : targets) {
            run(target.request(), WARMING, WARM_REQUESTS);
            run(target.floor(), WARMING, WARM_REQUESTS);
        }
    }

    /** Measures the request and its floor in turns. */
    Pair measure(Target target) throws Exception {
        Pair sum = new Pair(Cost.NOTHING, Cost.NOTHING);
        for (int round = 0; round < ROUNDS; round++) {
            sum = new Pair(
                    sum.subject().plus(run(target.request(), ROUND, Long.MAX_VALUE)),
                    sum.floor().plus(run(target.floor(), ROUND, Long.MAX_VALUE)));
        }
        return sum;
    }

    private Cost run(byte[] request, Duration time, long atMost) throws Exception {
        long begin = System.nanoTime();
        Processes.Cpu before = processes.cpu();
        List<Callable<Long>> senders = new ArrayList<>();
        wires.forEach(wire -> senders.add(() -> send(wire, request, begin + time.toNanos(), atMost / CONNECTIONS)));
        long requests = 0;
        for (Future<Long> sent : threads.invokeAll(senders)) {
            requests += sent.get();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Cost(requests, seconds, processes.cpu().minus(before));
    }

    private static long send(Wire wire, byte[] request, long end, long atMost) throws Exception {
        long sent = 0;
        while (sent < atMost && System.nanoTime() - end < 0) {
            wire.exchange(request);
            sent++;
        }
        return sent;
    }

    @Override
    public void close() throws Exception {
        threads.shutdown();
        for (Wire wire : wires) {
            wire.close();
        }
    }
}
