package com.dainostore.admin.merchant;

import com.dainostore.shop.reports.Reports;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The report on the catalog as a table for spreadsheets. */
@WebServlet("/merchant/report-table")
public class ReportDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    transient Reports reports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String csv = reports.catalog().csv();
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"catalog.csv\"");
        response.getWriter().write(csv);
    }
}
