package com.dainostore.shop.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was not taken of a file.
 *
 * @param next where the next part begins; null at the end
 */
public record RefusedPage(List<Refused> refusals, @Nullable Cursor next) {
    /** Behind which line and number a part begins. */
    public record Cursor(long line, long number) {
        public static final Cursor START = new Cursor(0, 0);
    }

    static RefusedPage of(Map<Long, Refused> found, boolean more) {
        Cursor last = null;
        for (Map.Entry<Long, Refused> entry : found.entrySet()) {
            last = new Cursor(entry.getValue().line(), entry.getKey());
        }
        return new RefusedPage(List.copyOf(found.values()), more ? last : null);
    }
}
