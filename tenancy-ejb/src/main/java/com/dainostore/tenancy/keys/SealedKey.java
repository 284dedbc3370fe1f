package com.dainostore.tenancy.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a key file: one line with a title, the owner's id, the key's id and the key sealed by the master key (hex).
 * Both ids are bound to the key, so a file under another name or with another id does not open.
 */
record SealedKey(String ownerId, String keyId, String sealed) {
    private static final String TITLE = "dainostore-key-1";
    private static final String PURPOSE = "key";
    private static final Pattern LINE =
            Pattern.compile(TITLE + " ([A-Za-z0-9_-]+) (key_[0-9a-f]{24}) ([0-9a-f]{122})\n");

    /** A new random key for the owner. */
    static SealedKey invent(KeyOwner owner, MasterKey master) {
        String keyId = "key_" + HexFormat.of().formatHex(random(12));
        byte[] sealed = master.cipher().seal(random(Cipher256.KEY_BYTES), owner.id(), PURPOSE, keyId);
        return new SealedKey(owner.id(), keyId, HexFormat.of().formatHex(sealed));
    }

    static SealedKey parse(byte[] content) throws GeneralSecurityException {
        Matcher line = LINE.matcher(new String(content, StandardCharsets.ISO_8859_1));
        if (!line.matches()) {
            throw new GeneralSecurityException("Not a key file");
        }
        return new SealedKey(line.group(1), line.group(2), line.group(3));
    }

    byte[] content() {
        return "%s %s %s %s\n".formatted(TITLE, ownerId, keyId, sealed).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The key itself, for the owner that the file's name says. */
    OpenKey open(KeyOwner owner, MasterKey master) throws GeneralSecurityException {
        if (!ownerId.equals(owner.id())) {
            throw new GeneralSecurityException("The key file of another owner");
        }
        byte[] material = master.cipher().unseal(HexFormat.of().parseHex(sealed), owner.id(), PURPOSE, keyId);
        return new OpenKey(keyId, new Cipher256(material), new Mac256(material));
    }

    /** A key in memory, ready to use. */
    record OpenKey(String keyId, Cipher256 cipher, Mac256 mac) {}

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
