package com.dainostore.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The sources behind compiled classes: some rules are about what the bytecode no longer shows. */
final class Sources {
    private static final Map<String, String> ROOTS =
            Map.of("/target/classes/", "/src/main/java/", "/target/test-classes/", "/src/test/java/");

    private Sources() {}

    /** The text of the file that declares the class; empty for generated classes. */
    static String of(JavaClass type) {
        String name = type.getSource().flatMap(source -> source.getFileName()).orElse("");
        return read(folder(type).map(folder -> folder.resolve(name)));
    }

    /** The text of the package-info of the class's package; empty where there is none. */
    static String packageInfo(JavaClass type) {
        return read(folder(type).map(folder -> folder.resolve("package-info.java")));
    }

    private static Optional<Path> folder(JavaClass type) {
        URI uri = type.getSource().orElseThrow().getUri();
        String path = String.valueOf(uri.getPath());
        return ROOTS.entrySet().stream()
                .filter(root -> path.contains(root.getKey()))
                .map(root ->
                        Path.of(path.replace(root.getKey(), root.getValue())).getParent())
                .findFirst();
    }

    private static String read(Optional<Path> file) {
        try {
            return file.isPresent() && Files.isRegularFile(file.get()) ? Files.readString(file.get()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
