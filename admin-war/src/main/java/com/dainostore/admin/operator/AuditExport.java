package com.dainostore.admin.operator;

import com.dainostore.admin.AuditDownload;
import com.dainostore.admin.AuditFilter;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.review.PlatformReview;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the list of the platform's entries shows, all of it, to take away. */
@WebServlet("/operator/audit-export")
public class AuditExport extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PlatformReview review;

    @Inject
    transient AuditFilter filter;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        review.requireExport();
        AuditQuery query = filter.query(1);
        AuditDownload.send(response, sink -> review.export(query, sink));
    }
}
