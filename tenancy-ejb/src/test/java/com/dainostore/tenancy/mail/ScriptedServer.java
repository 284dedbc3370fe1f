package com.dainostore.tenancy.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server that answers as a test wants: for what a well-behaved one never does. */
final class ScriptedServer implements AutoCloseable {
    private static final String HANG_UP = "";
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    ScriptedServer() throws IOException {
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @param command its first word, or {@code BODY} for what is said after the mail itself */
    ScriptedServer answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    ScriptedServer hangUpAt(String command) {
        return answer(command, HANG_UP);
    }

    /** The mails that were answered with 250. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // The client or the test is gone.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 scripted");
        String line = in.readLine();
        while (line != null) {
            commands.add(line);
            String command = line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
            String answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok");
            if (answer.equals(HANG_UP)) {
                return;
            }
            say(client, answer);
            if (answer.startsWith("354")) {
                String body = body(in);
                String end = answers.getOrDefault("BODY", "250 taken");
                if (end.startsWith("250") || end.equals(HANG_UP)) {
                    accepted.add(body);
                }
                if (end.equals(HANG_UP)) {
                    return;
                }
                say(client, end);
            }
            line = in.readLine();
        }
    }

    private static String body(BufferedReader in) throws IOException {
        StringBuilder body = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            body.append(line).append('\n');
            line = in.readLine();
        }
        return body.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
