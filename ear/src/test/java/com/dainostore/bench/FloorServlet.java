package com.dainostore.bench;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The least that a servlet of this server can do: {@code /<n>} answers n bytes that are ready in memory. It travels into
 * the server in an archive of its own, so it uses nothing but the servlet API.
 */
@WebServlet("/*")
public class FloorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, byte[]> bodies = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = bodies.computeIfAbsent(
                request.getPathInfo().substring(1), length -> new byte[Integer.parseInt(length)]);
        response.setContentType("application/octet-stream");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
