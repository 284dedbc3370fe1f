package com.dainostore.tenancy.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a key file: a title, the owner's id, the key's id and the key sealed by the master key (hex). Both ids are bound
 * to the key, so a file under another name or with another id does not open. The first line of a file is the key that seals
 * now; below it stand those that were rotated out and still open what they have sealed.
 */
record SealedKey(String ownerId, String keyId, String sealed) {
    private static final String TITLE = "dainostore-key-1";
    private static final String PURPOSE = "key";
    private static final Pattern LINE =
            Pattern.compile(TITLE + " ([A-Za-z0-9_-]+) (key_[0-9a-f]{24}) ([0-9a-f]{122})\n");

    /** A new random key for the owner. */
    static SealedKey invent(KeyOwner owner, MasterKey master) {
        String keyId = "key_" + HexFormat.of().formatHex(random(12));
        return seal(owner.id(), keyId, random(Cipher256.KEY_BYTES), master);
    }

    private static SealedKey seal(String ownerId, String keyId, byte[] material, MasterKey master) {
        byte[] sealed = master.cipher().seal(material, ownerId, PURPOSE, keyId);
        return new SealedKey(ownerId, keyId, HexFormat.of().formatHex(sealed));
    }

    /** The keys in a file, the one that seals now first. */
    static List<SealedKey> parse(byte[] content) throws GeneralSecurityException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        List<SealedKey> keys = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        int end = 0;
        while (line.find() && line.start() == end) {
            keys.add(new SealedKey(line.group(1), line.group(2), line.group(3)));
            end = line.end();
        }
        if (keys.isEmpty() || end != text.length()) {
            throw new GeneralSecurityException("Not a key file");
        }
        return keys;
    }

    /** What a file of these keys holds. */
    static byte[] content(List<SealedKey> keys) {
        return keys.stream()
                .map(key -> "%s %s %s %s\n".formatted(TITLE, key.ownerId, key.keyId, key.sealed))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The key itself, for the owner that the file's name says; any of the master keys may have sealed it. */
    OpenKey open(KeyOwner owner, List<MasterKey> masters) throws GeneralSecurityException {
        if (!ownerId.equals(owner.id())) {
            throw new GeneralSecurityException("The key file of another owner");
        }
        byte[] material = material(masters);
        return new OpenKey(keyId, new Cipher256(material), new Mac256(material));
    }

    /** The same key, sealed by the first of the master keys. */
    SealedKey sealedAnew(List<MasterKey> masters) throws GeneralSecurityException {
        return seal(ownerId, keyId, material(masters), masters.get(0));
    }

    private byte[] material(List<MasterKey> masters) throws GeneralSecurityException {
        GeneralSecurityException refused = new GeneralSecurityException("No master key");
        for (MasterKey master : masters) {
            try {
                return master.cipher().unseal(HexFormat.of().parseHex(sealed), ownerId, PURPOSE, keyId);
            } catch (GeneralSecurityException e) {
                refused = e;
            }
        }
        throw refused;
    }

    /** A key in memory, ready to use. */
    record OpenKey(String keyId, Cipher256 cipher, Mac256 mac) {}

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
