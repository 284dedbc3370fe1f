package com.dainostore.admin.merchant;

import com.dainostore.shop.imports.ExportFile;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The catalog as a file that an import takes for the same. */
@WebServlet("/merchant/export")
public class ProductsExport extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentPerson person;

    @Inject
    transient ExportFile file;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        person.require(Area.CATALOG, Level.VIEW);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"products.csv\"");
        file.write(response.getOutputStream());
    }
}
