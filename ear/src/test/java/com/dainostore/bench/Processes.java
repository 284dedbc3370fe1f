package com.dainostore.bench;

import com.dainostore.testing.RunningShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the processes of an installation take, as Linux tells in {@code /proc} (proc(5)). */
final class Processes {
    /** {@code USER_HZ}, which is 100 on every Linux. */
    private static final double TICK_MICROS = 10_000;

    private static final int UTIME = 14;
    private static final int CUTIME = 16;

    private final long server;
    private final long postgres;

    /** CPU time since the start, in microseconds: of the server's JVM, and of all processes of PostgreSQL. */
    record Cpu(double server, double postgres) {
        Cpu plus(Cpu other) {
            return new Cpu(server + other.server, postgres + other.postgres);
        }

        Cpu minus(Cpu other) {
            return new Cpu(server - other.server, postgres - other.postgres);
        }

        Cpu each(double times) {
            return new Cpu(server / times, postgres / times);
        }
    }

    Processes(RunningShop shop) {
        server = shop.server().pid();
        postgres = shop.databases().pid();
    }

    Cpu cpu() {
        return new Cpu(ticks(server, UTIME), postgresCpu());
    }

    /** Resident memory of the server's JVM in MB. */
    double serverResident() {
        return kilobytes(server, "status", "VmRSS:") / 1024;
    }

    int serverThreads() {
        return (int) kilobytes(server, "status", "Threads:");
    }

    /** The memory of all processes of PostgreSQL in MB; what they share is counted once. */
    double postgresMemory() {
        return postgresProcesses().stream()
                        .mapToDouble(pid -> kilobytes(pid, "smaps_rollup", "Pss:"))
                        .sum()
                / 1024;
    }

    int postgresCount() {
        return postgresProcesses().size();
    }

    /** Of those that live to the nanosecond, since most live too briefly for ticks; of those that ended as their parent counted. */
    private double postgresCpu() {
        return ticks(postgres, CUTIME)
                + postgresProcesses().stream()
                        .mapToDouble(
                                pid -> Double.parseDouble(read(pid, "schedstat").split(" ")[0]) / 1_000)
                        .sum();
    }

    private List<Long> postgresProcesses() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() == postgres
                        || process.parent().filter(p -> p.pid() == postgres).isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** User and system time, from the field of the former on. */
    private static double ticks(long pid, int field) {
        String stat = read(pid, "stat");
        // The second field may hold blanks; it ends with the last parenthesis.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[field - 3]) + Long.parseLong(fields[field - 2])) * TICK_MICROS;
    }

    private static double kilobytes(long pid, String file, String name) {
        return read(pid, file)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Zero for a process that has ended meanwhile. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isEmpty()) {
                return "0";
            }
            throw new UncheckedIOException(e);
        }
    }
}
