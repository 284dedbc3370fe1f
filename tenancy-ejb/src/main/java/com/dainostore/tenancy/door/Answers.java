package com.dainostore.tenancy.door;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers what cannot be had: a problem document to programs, a page to people. The web archive designs the page: its
 * context parameter {@link #FAILURE_PAGE} is the path that is dispatched to, with the standard attribute
 * {@link RequestDispatcher#ERROR_STATUS_CODE}; without one a plain page of a few words has to do.
 */
final class Answers {
    static final String FAILURE_PAGE = "dainostore.failure.page";
    private static final String DISPATCHED = Answers.class.getName() + ".dispatched";

    private Answers() {}

    static void fail(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        String allow = response.getHeader("Allow");
        response.reset();
        prepare(request, response);
        response.setStatus(problem.status());
        if (allow != null) {
            response.setHeader("Allow", allow);
        }
        response.setHeader("Cache-Control", "no-store");
        if (problem.retryAfter() > 0) {
            response.setIntHeader("Retry-After", problem.retryAfter());
        }
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED && Requests.isApi(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (Requests.isApi(request)) {
            write(response, Problem.MEDIA_TYPE, problem.toJson(Requests.id(request)));
        } else {
            show(request, response, problem);
        }
    }

    /** What every answer of the door carries. */
    static void prepare(HttpServletRequest request, HttpServletResponse response) {
        SecurityHeaders.set(request, response);
        response.setHeader("X-Request-ID", Requests.id(request));
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException, ServletException {
        String path = request.getServletContext().getInitParameter(FAILURE_PAGE);
        RequestDispatcher page = path == null ? null : request.getRequestDispatcher(path);
        if (page == null || request.getAttribute(DISPATCHED) != null) {
            write(response, "text/html;charset=UTF-8", plain(problem, Requests.id(request)));
            return;
        }
        request.setAttribute(DISPATCHED, true);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, problem.status());
        page.forward(request, response);
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] plain(Problem problem, String requestId) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title></head>
                <body><h1>%1$s</h1><p>%2$s</p><p>Request %3$s</p></body></html>
                """.formatted(escaped(problem.title()), escaped(problem.detail()), escaped(requestId))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
