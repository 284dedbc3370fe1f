package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.admin.SentFiles;
import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.media.Media;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.storage.Folder;
import com.dainostore.tenancy.storage.MultipartForm;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the files that the page of the media sends, or that of a product for its gallery. Each is kept or refused by itself; the
 * page then tells of all.
 */
@WebServlet("/merchant/upload")
public class FileUpload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    transient Media media;

    @EJB
    transient Catalog catalog;

    /** Who was sent to sign in first comes back without the files. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/merchant/media?again=1");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MultipartForm form = SentFiles.of(request);
        Folder folder = form.field("folder")
                .flatMap(Folder::ofCode)
                .orElseThrow(() -> new ValidationException("folder", "Choose where the files go first."));
        Optional<UUID> product = form.field("product").flatMap(Parameters::uuid);
        product.ifPresent(id -> ProductPictures.require(catalog, id));
        List<StoredFile> kept = new ArrayList<>();
        List<UploadNotice> notices = new ArrayList<>();
        try {
            for (boolean more = form.hasFile(); more; more = form.next()) {
                notices.add(keep(folder, form, kept));
            }
        } catch (ValidationException e) {
            notices.add(UploadNotice.rest());
        }
        product.ifPresent(id -> ProductPictures.add(catalog, id, kept));
        response.sendRedirect(request.getContextPath()
                + product.map(id -> "/merchant/product" + UploadNotice.address(id, notices))
                        .orElseGet(() -> "/merchant/media" + UploadNotice.address(folder, notices)));
    }

    /** Whoever may add nothing at all is refused as a whole, and so is an upload that broke off. */
    private UploadNotice keep(Folder folder, MultipartForm form, List<StoredFile> kept) {
        try {
            kept.add(media.add(folder, form.fileName(), form.content()));
            return UploadNotice.kept(form.fileName());
        } catch (Refusal e) {
            return UploadNotice.refused(form.fileName(), e).orElseThrow(() -> e);
        }
    }
}
