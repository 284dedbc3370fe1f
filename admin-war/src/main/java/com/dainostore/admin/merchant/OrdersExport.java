package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.shop.orders.FindOrders;
import com.dainostore.shop.orders.OrderDesk;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the list of orders shows, all pages of it, as a table for spreadsheets, written while it is read. */
@WebServlet("/merchant/orders-export")
public class OrdersExport extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    transient OrderDesk desk;

    @Inject
    transient CurrentPerson person;

    @Inject
    transient Parameters parameters;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        person.require(Area.ORDERS, Level.FULL);
        FindOrders wish = OrdersPage.wish(parameters);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"orders.csv\"");
        response.setHeader("Cache-Control", "private, no-store");
        desk.export(wish, response.getWriter());
    }
}
