package com.dainostore.admin.merchant;

import com.dainostore.shop.imports.ImportState;
import java.time.Duration;

/** How far an import is, in words. */
final class ImportWords {
    private ImportWords() {}

    static String state(ImportState state) {
        return switch (state) {
            case UPLOADED -> "Waiting";
            case CHECKING -> "Being checked";
            case READY -> "Ready to start";
            case RUNNING -> "Running";
            case PAUSED -> "Paused";
            case PICTURES -> "Fetching pictures";
            case DONE -> "Done";
            case CANCELLED -> "Cancelled";
            case FAILED -> "Failed";
        };
    }

    static String left(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 60) {
            return "less than a minute left";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 90) {
            return minutes == 1 ? "about a minute left" : "about " + minutes + " minutes left";
        }
        return "about " + Math.round(minutes / 60.0) + " hours left";
    }
}
