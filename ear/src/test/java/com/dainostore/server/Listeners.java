package com.dainostore.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP ports that a process listens on, as Linux tells in {@code /proc} (proc(5)). */
record Listeners(List<Listener> all) {
    private static final String LISTENING = "0A";
    private static final Set<String> LOOPBACK = Set.of(
            // 127.0.0.1, ::1 and ::ffff:127.0.0.1 in the kernel's byte order
            "0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    record Listener(String address, int port) {}

    static Listeners of(long pid) throws IOException {
        Set<String> sockets = sockets(pid);
        List<Listener> found = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields[3].equals(LISTENING) && sockets.contains("socket:[" + fields[9] + "]")) {
                    String[] local = fields[1].split(":");
                    found.add(new Listener(local[0], Integer.parseInt(local[1], 16)));
                }
            }
        }
        return new Listeners(found);
    }

    Set<Integer> ports() {
        return all.stream().map(Listener::port).collect(Collectors.toSet());
    }

    /** Those that other machines could reach. */
    List<Listener> elsewhere() {
        return all.stream().filter(l -> !LOOPBACK.contains(l.address())).toList();
    }

    private static Set<String> sockets(long pid) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.map(Listeners::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
