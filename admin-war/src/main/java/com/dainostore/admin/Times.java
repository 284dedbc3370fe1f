package com.dainostore.admin;

import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Moments in words. In a store's console the exact time is that of the store; the platform's tells it in UTC. */
@Named
@RequestScoped
public class Times {
    private static final DateTimeFormatter EXACT = new DateTimeFormatterBuilder()
            .appendPattern("d MMM uuuu, HH:mm:ss 'UTC'")
            .appendOffset("+HH:MM", "")
            .toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    /** The time zone that moments are told in here. */
    public ZoneId zone() {
        return store.get()
                .map(current -> directory.settings(current.id()).timeZone())
                .orElse(ZoneOffset.UTC);
    }

    public String exact(Instant time) {
        return EXACT.format(time.atZone(zone()));
    }

    /** The time of the day alone, where the day stands elsewhere. */
    public String clock(Instant time) {
        return CLOCK.format(time.atZone(zone()));
    }

    /** Today, yesterday, or a date. */
    public String day(Instant time) {
        LocalDate day = time.atZone(zone()).toLocalDate();
        LocalDate today = LocalDate.now(zone());
        if (day.equals(today)) {
            return "Today";
        }
        return day.equals(today.minusDays(1)) ? "Yesterday" : DAY.format(day);
    }

    /** How long ago, or how soon; a date where it is more than a month. */
    public String relative(Instant time) {
        return relative(time, Instant.now(), zone());
    }

    static String relative(Instant time, Instant now, ZoneId zone) {
        Duration distance = Duration.between(time, now).abs();
        String words = words(distance);
        if (words.isEmpty()) {
            return distance.toDays() > 0 ? DAY.format(time.atZone(zone)) : "just now";
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
