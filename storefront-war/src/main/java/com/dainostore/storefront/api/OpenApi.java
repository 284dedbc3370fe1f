package com.dainostore.storefront.api;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Serves the description of all APIs (OpenAPI 3.1), on the platform's host: the door turns it away elsewhere. */
@WebServlet(urlPatterns = "/openapi", asyncSupported = true)
public class OpenApi extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The document, beside this class. */
    static final String DOCUMENT = "openapi.json";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream document = OpenApi.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new FileNotFoundException(DOCUMENT);
            }
            response.setContentType("application/json");
            document.transferTo(response.getOutputStream());
        }
    }
}
