package com.dainostore.storefront.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;

/** The templates of {@code src/main/jte}, compiled into this archive. They escape every text by where it stands. */
@ApplicationScoped
public class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * Returns the page as one array: its digest and the response take that many times faster than the output's hundreds of
     * pieces.
     *
     * @param name of the template, without its ending
     */
    byte[] render(String name, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(name + ".jte", page, output);
        return output.toByteArray();
    }
}
