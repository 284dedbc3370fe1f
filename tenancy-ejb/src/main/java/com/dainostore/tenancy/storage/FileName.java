package com.dainostore.tenancy.storage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a file. It never becomes a name on our disk, but it may on theirs: so it is one segment of a path on every
 * system, with no character that does not show, not the name of a device, and with an ending that fits the content.
 *
 * @param text at most {@link FileBounds#NAME_LENGTH} characters
 */
record FileName(String text) {
    private static final String NAMELESS = "file";
    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}:*?\"<>|%]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Pattern ENDING = Pattern.compile("(.+)\\.([A-Za-z0-9]{1,10})");

    /** Windows opens a device for these, whatever ending follows. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(?:com|lpt)[0-9¹²³])(?:[.\\s].*)?");

    /** A browser or a shell runs these when somebody opens what they have downloaded. */
    private static final Set<String> RUNNABLE = Set.of(
            "html", "htm", "xhtml", "shtml", "svg", "xml", "js", "mjs", "hta", "exe", "com", "bat", "cmd", "scr", "pif",
            "msi", "vbs", "ps1", "jar", "sh", "lnk", "url", "reg", "jnlp", "desktop", "app", "dmg", "swf");

    /** The name that a client gave, made harmless. */
    static FileName of(String given, ContentType type) {
        String normal = Normalizer.normalize(given, Normalizer.Form.NFC);
        String last = FOLDERS.matcher(normal).replaceFirst("");
        String plain = trim(UNSAFE.matcher(last).replaceAll(""));
        Matcher parts = ENDING.matcher(plain);
        String ending = parts.matches() ? parts.group(2).toLowerCase(Locale.ROOT) : "";
        boolean keeps = type.fits(ending) && !ending.isEmpty() && !RUNNABLE.contains(ending);
        String stem = keeps ? parts.group(1) : plain;
        return new FileName(cut(harmless(stem), ending(keeps, ending, type)));
    }

    private static String ending(boolean keeps, String ending, ContentType type) {
        return "." + (keeps ? ending : type.ending());
    }

    private static String harmless(String stem) {
        String trimmed = trim(stem);
        if (trimmed.isEmpty()) {
            return NAMELESS;
        }
        return DEVICE.matcher(trimmed.toLowerCase(Locale.ROOT)).matches() ? "_" + trimmed : trimmed;
    }

    private static String trim(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    private static String cut(String stem, String ending) {
        int room = FileBounds.NAME_LENGTH - ending.length();
        int end = Math.min(stem.length(), room);
        boolean within = end < stem.length() && Character.isLowSurrogate(stem.charAt(end));
        return stem.substring(0, within ? end - 1 : end) + ending;
    }
}
