package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.shop.media.Delivery;
import com.dainostore.shop.media.Media;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.storage.FileContent;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Any file of the store, to be kept by who looks after it: whatever it is, it is never shown. */
@WebServlet("/merchant/download")
public class FileDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    transient Media media;

    @Inject
    transient Parameters parameters;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FileContent content = media.open(parameters.requireUuid("id"))
                .orElseThrow(() -> new NotFoundException("This shop has no file with this id."));
        Delivery delivery = Delivery.attachment(request::getHeader, content.file());
        response.setStatus(delivery.status());
        delivery.headers().forEach(response::setHeader);
        if (delivery.length() > 0) {
            delivery.send(content.original(), response.getOutputStream());
        }
    }
}
