package com.dainostore.admin;

/** The answer to a part of a page that asked for itself and has to go elsewhere (Jakarta Faces 4.0, 13.4.4). */
final class PartialRedirect {
    private PartialRedirect() {}

    /** @param address without anything that XML would have to escape but the ampersand */
    static String to(String address) {
        return "<?xml version='1.0' encoding='UTF-8'?>\n<partial-response><redirect url=\""
                + address.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                + "\"/></partial-response>";
    }
}
