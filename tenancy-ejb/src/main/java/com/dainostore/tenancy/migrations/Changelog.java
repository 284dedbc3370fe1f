package com.dainostore.tenancy.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The changes of one kind of database, in order.
 *
 * @param path where its root lies on the class path
 * @param version the name of its last change
 * @param checksum SHA-256 over all of its files, in hexadecimal: two equal ones make the same schema
 */
public record Changelog(String path, String version, String checksum) {
    private static final Pattern INCLUDE = Pattern.compile("<include file=\"([^\"]+)\"");

    public static Changelog ofRegistry() {
        return read("db/registry/changelog.xml");
    }

    public static Changelog ofStore() {
        return read("db/store/changelog.xml");
    }

    private static Changelog read(String path) {
        byte[] root = resource(path);
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        List<String> files = INCLUDE.matcher(new String(root, StandardCharsets.UTF_8))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        MessageDigest digest = sha256();
        digest.update(root);
        files.forEach(file -> digest.update(resource(folder + file)));
        String last = files.get(files.size() - 1);
        return new Changelog(
                path, last.substring(0, last.lastIndexOf('.')), HexFormat.of().formatHex(digest.digest()));
    }

    private static byte[] resource(String path) {
        try (InputStream in = Changelog.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The archive lacks " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
