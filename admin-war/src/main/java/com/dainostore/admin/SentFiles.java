package com.dainostore.admin;

import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.storage.MultipartForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The files that a form brings: the gate has read its fields, with the token among them, and stands at the first file. */
public final class SentFiles {
    private static final String NAME = MultipartForm.class.getName();

    private SentFiles() {}

    static void remember(HttpServletRequest request, MultipartForm form) {
        request.setAttribute(NAME, form);
    }

    /** Refuses a request that is no form with files. */
    public static MultipartForm of(HttpServletRequest request) {
        return Optional.ofNullable((MultipartForm) request.getAttribute(NAME))
                .orElseThrow(() -> new ValidationException("files", "Send the files as multipart/form-data."));
    }
}
