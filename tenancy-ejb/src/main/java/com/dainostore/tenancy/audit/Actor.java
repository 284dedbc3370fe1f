package com.dainostore.tenancy.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who did something, as an entry names them.
 *
 * @param id the id of the person; {@code platform} for the platform's own work, {@code anonymous} for somebody unknown
 * @param label what people call them when the entry is written: an e-mail address, or the name of a job
 */
public record Actor(Kind kind, String id, String label) {

    /** What sort of actor it is. */
    public enum Kind {
        STAFF,
        OPERATOR,
        PLATFORM,
        VISITOR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind that a text from outside names. */
        public static Optional<Kind> find(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Somebody who is not signed in. */
    public static Actor visitor() {
        return new Actor(Kind.VISITOR, "anonymous", "");
    }

    /** @param work the kind of the work, such as the kind of a job */
    public static Actor platform(String work) {
        return new Actor(Kind.PLATFORM, "platform", work);
    }
}
