package com.dainostore.admin.merchant;

import com.dainostore.admin.Realm;
import com.dainostore.tenancy.door.SessionCookie;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.StaffSessions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends the session, in the store's database first and in this browser second. */
@WebServlet("/merchant/sign-out")
public class SignOut extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient StaffSessions sessions;

    @Inject
    transient CurrentSession current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + Realm.MERCHANT.home());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sessions.end(current.require().id());
        SessionCookie.STAFF.clear(request, response);
        response.sendRedirect(request.getContextPath() + Realm.MERCHANT.signIn() + "?out=1");
    }
}
