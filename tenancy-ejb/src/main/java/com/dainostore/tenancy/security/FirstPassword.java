package com.dainostore.tenancy.security;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.installation.StartRefusedException;
import com.dainostore.tenancy.keys.SecretFile;
import com.dainostore.tenancy.scope.ValidationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The first operator's password: the configured one, or a generated one in a file (0600) of the home folder. A file that a
 * crash has left before the operator was made is used again.
 */
record FirstPassword(Passwords passwords, InstallationSettings settings) {
    static final String FILE = "operator-password";
    private static final Logger LOG = Logger.getLogger(FirstPassword.class.getName());
    private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("([" + LETTERS + "]{5}-){3}[" + LETTERS + "]{5}");

    String choose() {
        return settings.operatorPassword().map(this::configured).orElseGet(this::generated);
    }

    /** Removes the file where it holds this password, which nobody has any more. */
    void forget(char[] password) {
        Path file = settings.home().resolve(FILE);
        try {
            if (Files.exists(file)
                    && Files.readString(file, StandardCharsets.US_ASCII).strip().equals(String.valueOf(password))) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "The file " + file + " holds an old password and cannot be removed.");
        }
    }

    private String configured(String password) {
        try {
            passwords.check("dainostore.operator.password", password.toCharArray());
            return password;
        } catch (ValidationException e) {
            throw new StartRefusedException(
                    "dainostore.operator.password must have %d to %d characters."
                            .formatted(Passwords.SHORTEST, Passwords.LONGEST),
                    e);
        }
    }

    private String generated() {
        Path file = settings.home().resolve(FILE);
        try {
            Files.createDirectories(settings.home());
            SecretFile.create(file, (invent() + "\n").getBytes(StandardCharsets.US_ASCII));
            String password = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (FORM.matcher(password).matches()) {
                return password;
            }
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The file " + file
                            + " with the first operator's password cannot be written: make its folder writable.",
                    e);
        }
        throw new StartRefusedException(
                "The file " + file + " does not hold a password that DainoStore has made: move it away.");
    }

    private static String invent() {
        StringBuilder password = new StringBuilder();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
