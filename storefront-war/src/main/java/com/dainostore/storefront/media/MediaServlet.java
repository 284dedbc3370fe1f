package com.dainostore.storefront.media;

import com.dainostore.shop.media.Delivery;
import com.dainostore.shop.media.Media;
import com.dainostore.storefront.pages.Failures;
import com.dainostore.tenancy.storage.FileContent;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures of a store: {@code /media/<id>/<name>}, and with {@code ?w=} in one of {@link FileContent#WIDTHS}. What lies at an
 * address never changes, so browsers ask once.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH =
            Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([a-z0-9.-]{1,200})");
    private static final Pattern WIDTH = Pattern.compile("[0-9]{2,4}");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @EJB
    transient Media media;

    @Inject
    transient Failures failures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        String width = request.getParameter("w");
        boolean sane = path.matches() && (width == null || WIDTH.matcher(width).matches());
        Optional<FileContent> picture = sane ? media.picture(UUID.fromString(path.group(1))) : Optional.empty();
        if (picture.filter(found -> found.file().addressName().equals(path.group(2)))
                .isEmpty()) {
            failures.notFound(response);
        } else if (width == null || !picture.get().comesIn(Integer.parseInt(width))) {
            send(request, response, picture.get(), "", picture.get().original(), FOR_EVER);
        } else {
            sendSized(request, response, picture.get(), Integer.parseInt(width));
        }
    }

    /** Where the width is not made yet and cannot be now, the original stands in, and nobody keeps it under this address. */
    private static void sendSized(
            HttpServletRequest request, HttpServletResponse response, FileContent picture, int width)
            throws IOException {
        Optional<SeekableByteChannel> sized = picture.sized(width);
        if (sized.isPresent()) {
            send(request, response, picture, "-" + width, sized.get(), FOR_EVER);
        } else {
            send(request, response, picture, "", picture.original(), "no-store");
        }
    }

    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            FileContent picture,
            String form,
            SeekableByteChannel content,
            String caching)
            throws IOException {
        try (content) {
            Delivery delivery = Delivery.inline(request::getHeader, picture.file(), form, content.size());
            response.setStatus(delivery.status());
            response.setHeader("Cache-Control", caching);
            delivery.headers().forEach(response::setHeader);
            delivery.send(content, response.getOutputStream());
        }
    }
}
