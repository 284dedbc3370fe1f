package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.Identification;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells an issuer of certificates on demand whether a name is one of ours: 200 or 404, from memory. The door lets in only
 * who asks from this machine or is a trusted proxy, and not what such a proxy passes on.
 */
public class TlsAllowed extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Identification identification;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String[] names = request.getParameterValues("domain");
        boolean known = names != null && names.length == 1 && identification.mayHaveCertificate(names[0]);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(known ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
    }
}
