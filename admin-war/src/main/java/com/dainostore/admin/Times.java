package com.dainostore.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in words. The console is for people everywhere, so the exact time is told in UTC and says so. */
@Named
@ApplicationScoped
public class Times {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public String exact(Instant time) {
        return EXACT.format(time);
    }

    /** How long ago, or how soon; a date where it is more than a month. */
    public String relative(Instant time) {
        return relative(time, Instant.now());
    }

    static String relative(Instant time, Instant now) {
        Duration distance = Duration.between(time, now).abs();
        String words = words(distance);
        if (words.isEmpty()) {
            return distance.toDays() > 0 ? DAY.format(time) : "just now";
        }
        return time.isAfter(now) ? "in " + words : words + " ago";
    }

    private static String words(Duration distance) {
        if (distance.toSeconds() < 10 || distance.toDays() > 30) {
            return "";
        }
        if (distance.toMinutes() < 1) {
            return counted(distance.toSeconds(), "second");
        }
        if (distance.toHours() < 1) {
            return counted(distance.toMinutes(), "minute");
        }
        return distance.toDays() < 1 ? counted(distance.toHours(), "hour") : counted(distance.toDays(), "day");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
