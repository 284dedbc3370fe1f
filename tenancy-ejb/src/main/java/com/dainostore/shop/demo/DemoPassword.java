package com.dainostore.shop.demo;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.keys.SecretFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the demo stores' owners: made once, in the file {@code demo-password} (0600) of the home folder. */
@ApplicationScoped
class DemoPassword {
    private static final String FILE = "demo-password";
    private static final int BYTES = 12;

    @Inject
    InstallationSettings settings;

    char[] read() throws IOException {
        Path file = settings.home().resolve(FILE);
        SecretFile.create(file, (invent() + "\n").getBytes(StandardCharsets.US_ASCII));
        return Files.readString(file, StandardCharsets.US_ASCII).strip().toCharArray();
    }

    private static String invent() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
