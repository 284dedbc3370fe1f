package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.shop.imports.Imports;
import com.dainostore.shop.imports.RefusalsFile;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** What was not taken of a file, as a table for spreadsheets. */
@WebServlet("/merchant/refused")
public class RefusedDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    transient Imports imports;

    @Inject
    transient RefusalsFile file;

    @Inject
    transient Parameters parameters;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UUID id = imports.get(parameters.requireUuid("id")).id();
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"refused.csv\"");
        file.write(id, response.getOutputStream());
    }
}
