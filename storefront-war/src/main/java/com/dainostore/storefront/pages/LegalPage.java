package com.dainostore.storefront.pages;

import java.util.Arrays;
import java.util.List;

/**
 * One of the texts that a shop owes its shoppers: plain text, whatever its merchant wrote.
 *
 * @param paragraphs each may have several lines
 */
public record LegalPage(Shop shop, Head head, String title, List<String> paragraphs) {
    static final String PATH = "/pages";

    static LegalPage of(Shop shop, LegalText text, String content, String address) {
        Head head = Head.of(text.title() + " – " + shop.name(), text.title() + " of " + shop.name() + ".", address);
        return new LegalPage(shop, head, text.title(), paragraphs(content));
    }

    static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R\\s*\\R", -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
