package com.dainostore.admin.merchant;

import com.dainostore.admin.SentFiles;
import com.dainostore.shop.imports.ImportView;
import com.dainostore.shop.imports.Imports;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.storage.MultipartForm;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes the file that the page of the imports sends, and leads to its import. */
@WebServlet("/merchant/import-file")
public class ImportUpload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    transient Imports imports;

    /** Who was sent to sign in first comes back without the file. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/merchant/imports?again=1");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MultipartForm form = SentFiles.of(request);
        String page = request.getContextPath() + "/merchant/import";
        if (!form.hasFile()) {
            response.sendRedirect(page + "s?refused=nothing");
            return;
        }
        try {
            ImportView view = imports.add(form.fileName(), form.content());
            response.sendRedirect(page + "?id=" + view.id());
        } catch (Refusal e) {
            if (e.status() != 413 && e.status() != 415 && e.status() != 422) {
                throw e;
            }
            response.sendRedirect(page + "s?refused=" + (e.status() == 413 ? "large" : "empty"));
        }
    }
}
