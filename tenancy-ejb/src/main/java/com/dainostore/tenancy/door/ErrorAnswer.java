package com.dainostore.tenancy.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers in the place of the container's own error page, with nothing of what the container knows of the failure. Who asks
 * for it by address finds nothing.
 */
public class ErrorAnswer extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
        Object status = failed ? request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : null;
        int code = status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
        Answers.fail(request, response, Problem.of(code));
    }
}
