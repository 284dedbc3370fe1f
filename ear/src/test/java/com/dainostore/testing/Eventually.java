package com.dainostore.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waits for what is about to happen, by asking again and again. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /** Waits until a question is answered; a question that throws is asked again until the time is over. */
    public static <T> T get(Duration time, String what, Callable<Optional<T>> question) {
        long deadline = System.nanoTime() + time.toNanos();
        while (true) {
            Exception last = null;
            try {
                Optional<T> answer = question.call();
                if (answer.isPresent()) {
                    return answer.get();
                }
            } catch (Exception | AssertionError e) {
                last = e instanceof Exception exception ? exception : new IllegalStateException(e);
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + time.toSeconds() + " s: " + what, last);
            }
            pause();
        }
    }

    /** Waits until a condition holds. */
    public static void holds(Duration time, String what, Callable<Boolean> condition) {
        get(time, what, () -> Optional.of(what).filter(w -> holds(condition)));
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
