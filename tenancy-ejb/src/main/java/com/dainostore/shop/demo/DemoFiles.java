package com.dainostore.shop.demo;

import com.dainostore.shop.imports.Source;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/** The goods of a demo store and their pictures: files beside this class. The last in the file is to be the newest. */
public final class DemoFiles implements Source {
    private final DemoStore demo;

    DemoFiles(DemoStore demo) {
        this.demo = demo;
    }

    /** Those of the store with this handle. */
    public static DemoFiles ofHandle(String handle) {
        return new DemoFiles(DemoStore.ofHandle(handle));
    }

    @Override
    public InputStream csv() {
        return Objects.requireNonNull(
                DemoFiles.class.getResourceAsStream(demo.handle() + "/" + demo.handle() + ".csv"));
    }

    @Override
    public Optional<InputStream> picture(String name) {
        return Optional.ofNullable(DemoFiles.class.getResourceAsStream(demo.handle() + "/" + name));
    }
}
