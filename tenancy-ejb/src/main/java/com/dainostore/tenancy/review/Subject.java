package com.dainostore.tenancy.review;

import com.dainostore.tenancy.security.Area;
import java.util.Locale;

/** A kind of things that entries tell of, with the area of the rights to see such a thing. */
public enum Subject {
    PRODUCT(Area.CATALOG),
    COLLECTION(Area.CATALOG),
    FILE(Area.CATALOG),
    PERSON(Area.TEAM),
    ROLE(Area.TEAM);

    private final Area area;

    Subject(Area area) {
        this.area = area;
    }

    Area area() {
        return area;
    }

    /** What the actions on it begin with: {@code product} in {@code product.update}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
