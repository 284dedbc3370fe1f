package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.ValidationException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names a store may have below the platform's domain: DNS labels (RFC 1123, 2.1) of 3 to 63 characters that are
 * no encoded international name and that no program or person takes for the platform itself.
 */
public final class Handles {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    private static final Pattern NUMBERED = Pattern.compile("(ns|mx|www|dns|mail|smtp|imap|pop|ftp|node|web|db)\\d+");
    private static final Set<String> RESERVED = Set.of(
            // the platform's own surfaces
            "www",
            "api",
            "admin",
            "operator",
            "merchant",
            "console",
            "platform",
            "dainostore",
            "openapi",
            "metrics",
            "health",
            "status",
            "static",
            "cdn",
            "assets",
            "media",
            "images",
            "img",
            "files",
            "download",
            "downloads",
            "app",
            "apps",
            "shop",
            "shops",
            "store",
            "stores",
            "my",
            "account",
            "accounts",
            "login",
            "signin",
            "signup",
            "register",
            "auth",
            "sso",
            "oauth",
            "id",
            "checkout",
            "pay",
            "payment",
            "payments",
            "billing",
            "invoice",
            "help",
            "support",
            "docs",
            "documentation",
            "blog",
            "news",
            "forum",
            "community",
            "about",
            "legal",
            "privacy",
            "terms",
            "security",
            "abuse",
            "contact",
            "info",
            "sales",
            "marketing",
            "jobs",
            "partner",
            "partners",
            // stages
            "dev",
            "development",
            "test",
            "testing",
            "stage",
            "staging",
            "demo",
            "sandbox",
            "preview",
            "beta",
            "alpha",
            "prod",
            "production",
            "internal",
            "intranet",
            "private",
            "public",
            // names that machines ask for by themselves or that mail is sent to (RFC 2142)
            "mail",
            "email",
            "webmail",
            "smtp",
            "imap",
            "pop",
            "pop3",
            "ftp",
            "sftp",
            "ssh",
            "vpn",
            "proxy",
            "dns",
            "ns",
            "mx",
            "ntp",
            "ldap",
            "git",
            "svn",
            "irc",
            "autodiscover",
            "autoconfig",
            "wpad",
            "isatap",
            "localhost",
            "localdomain",
            "local",
            "broadcasthost",
            "root",
            "sysadmin",
            "administrator",
            "webmaster",
            "hostmaster",
            "postmaster",
            "noc",
            "uucp",
            "usenet",
            "noreply",
            "no-reply",
            "mailer-daemon",
            "ssladmin",
            "ssladministrator",
            "sslwebmaster",
            "null",
            "undefined",
            "none");

    private Handles() {}

    /** Refuses a handle that no store can have; whether another store has it already is the registry's answer. */
    public static void check(String handle) {
        if (!LABEL.matcher(handle).matches()) {
            throw refused("Use 3 to 63 lower-case letters, digits and hyphens, with no hyphen at either end.");
        }
        if (handle.startsWith("--", 2)) {
            throw refused("Two hyphens after the second character are kept for international names.");
        }
        if (RESERVED.contains(handle) || NUMBERED.matcher(handle).matches()) {
            throw refused("This name belongs to the platform. Choose another one.");
        }
        if (handle.chars().allMatch(Character::isDigit)) {
            throw refused("Use at least one letter.");
        }
    }

    private static ValidationException refused(String message) {
        return new ValidationException("handle", message);
    }
}
