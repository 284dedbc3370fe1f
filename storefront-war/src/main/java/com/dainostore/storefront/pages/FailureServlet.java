package com.dainostore.storefront.pages;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The page for a failure that the door or the server found: they dispatch here with the standard attribute
 * {@link RequestDispatcher#ERROR_STATUS_CODE}. Who asks for it by address finds nothing.
 */
@WebServlet(FailureServlet.PATH)
public class FailureServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Where failures are dispatched to. */
    public static final String PATH = "/failure";

    @Inject
    transient Failures failures;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        failures.tell(response, status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
    }
}
