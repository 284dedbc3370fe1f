package com.dainostore.admin;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two consoles of this archive: the platform's, on its own host, and that of each store, on the store's hosts. */
public enum Realm {
    OPERATOR("/operator", "/stores"),
    MERCHANT("/merchant", "/home");

    /** Besides the sign-in, for who cannot sign in yet or any more; what counts there is a link that was mailed. */
    private static final Set<String> OPEN = Set.of("/join", "/forgot", "/reset", "/confirm-email");

    private final String root;
    private final String home;
    private final Pattern addresses;

    Realm(String root, String home) {
        this.root = root;
        this.home = root + home;
        this.addresses = Pattern.compile(root + "/[a-z-]{1,40}(\\?[A-Za-z0-9._~%=&+*-]{0,4000})?");
    }

    /** The page that somebody comes to who wanted no other. */
    public String home() {
        return home;
    }

    public String signIn() {
        return root + "/sign-in";
    }

    String password() {
        return root + "/password";
    }

    String signOut() {
        return root + "/sign-out";
    }

    /** Whether a path is of this console. */
    boolean has(String path) {
        return path.startsWith(root + "/");
    }

    /** Whether a page is there for who is not signed in. */
    boolean isOpen(String path) {
        return has(path) && OPEN.contains(path.substring(root.length()));
    }

    /**
     * The address of this console that somebody may be sent to after the sign-in: never one of another site.
     *
     * @param text as it came from outside
     */
    public Optional<String> destination(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(address -> addresses.matcher(address).matches() && !address.startsWith(signIn()));
    }
}
