package com.dainostore.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** Sizes of files in words. */
@Named
@ApplicationScoped
public class Sizes {
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};
    private static final long STEP = 1024;

    /** With one decimal place where there are few: {@code 1.4 MB}, {@code 312 KB}. */
    public String words(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        boolean whole = unit == 0 || size >= 10 || Math.abs(size - Math.rint(size)) < 0.05;
        return String.format(Locale.ENGLISH, whole ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }
}
