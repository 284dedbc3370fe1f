package com.dainostore.admin;

import io.nayuki.qrcodegen.QrCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Texts as pictures that phones read (QR codes, ISO/IEC 18004), to be drawn as SVG. */
@Named
@ApplicationScoped
public class Pictures {
    /** The white edge that readers need, in modules. */
    private static final int QUIET = 4;

    /** The view box of the picture. */
    public String frame(String text) {
        int size = code(text).size + 2 * QUIET;
        return "0 0 " + size + " " + size;
    }

    /** The dark modules of the picture, each a square of its own. */
    public String path(String text) {
        QrCode code = code(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private static QrCode code(String text) {
        return QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    }
}
