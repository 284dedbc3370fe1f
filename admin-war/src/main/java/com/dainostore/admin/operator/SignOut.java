package com.dainostore.admin.operator;

import com.dainostore.tenancy.door.SessionCookie;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.OperatorSession;
import com.dainostore.tenancy.security.OperatorSessions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends the session, in the registry first and in this browser second. */
@WebServlet("/operator/sign-out")
public class SignOut extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OperatorSessions sessions;

    @Inject
    transient CurrentSession current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/operator/stores");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OperatorSession session = current.requireOperator();
        sessions.end(session.operator().id(), session.id());
        SessionCookie.OPERATOR.clear(request, response);
        response.sendRedirect(request.getContextPath() + "/operator/sign-in?out=1");
    }
}
