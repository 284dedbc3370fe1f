package com.dainostore.storefront.pages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers every address that nothing else answers. It stands in the place of the server's own file servlet, so that no
 * file of the archive can ever be fetched by its name.
 */
@WebServlet("/")
public class NotFoundServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Failures failures;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        failures.notFound(response);
    }
}
