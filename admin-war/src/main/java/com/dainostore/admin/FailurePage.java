package com.dainostore.admin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page for what the door refused or what broke, without Faces: that may be what broke. The door dispatches here with the
 * standard attribute {@link RequestDispatcher#ERROR_STATUS_CODE}; who asks for it by address finds nothing.
 */
@WebServlet("/failure")
public class FailurePage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final String page = read();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
        String reference =
                Optional.ofNullable(response.getHeader("X-Request-ID")).orElse("");
        String text = page.replace("{status}", String.valueOf(status))
                .replace("{title}", title(status))
                .replace("{text}", text(status))
                .replace("{reference}", reference.replaceAll("[^A-Za-z0-9._-]", ""));
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "This request cannot be read";
            case 403 -> "Not from this page";
            case 404 -> "Nothing here";
            case 429 -> "Too much at once";
            case 503 -> "Not now";
            default -> status < 500 ? "This cannot be done" : "Something broke on our side";
        };
    }

    private static String text(int status) {
        return switch (status) {
            case 400 -> "Clear the cookies of this site, open the console again and try once more.";
            case 403 -> "The form did not come from a page of this console, so nothing was done.";
            case 404 -> "There is nothing at this address. It may have been deleted.";
            case 429, 503 -> "Wait a moment, then try again.";
            default ->
                status < 500
                        ? "Go back and try another way."
                        : "You did nothing wrong. Try again; if it stays, look for the reference in the log.";
        };
    }

    private static String read() {
        try (InputStream in = FailurePage.class.getResourceAsStream("failure.html")) {
            if (in == null) {
                throw new IllegalStateException("The archive lacks failure.html");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
