package com.dainostore.tenancy.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Slows down guessing: after 5 failures from one source each further one doubles the wait, from 2 s to 5 min; an hour
 * without any forgets them. They are counted where the accounts are, so for all nodes together.
 *
 * <p>The source of a password is an e-mail with the network that it is tried from: nobody can hold up others who sign in with
 * the same e-mail from elsewhere. The source of a code is the account alone, because whoever tries codes has the
 * password already.
 */
final class SignInAttempts {
    private static final int EMAIL_LENGTH = 254;
    private static final int NETWORK_BYTES = 8;

    private SignInAttempts() {}

    /** An IPv6 address counts by its first half: one client has all of the other half. */
    static byte[] ofPassword(String email, String address) {
        String bounded = email.length() > EMAIL_LENGTH ? email.substring(0, EMAIL_LENGTH) : email;
        return source("password", bounded.toLowerCase(Locale.ROOT), network(address));
    }

    static byte[] ofCode(UUID account) {
        return source("code", account.toString(), "");
    }

    /** Asking for a mail to somebody is no guess, but it is not to be done all day either. */
    static byte[] ofMail(String email, String address) {
        return source("mail", email, network(address));
    }

    /** Counts an attempt before anything is compared, so that many at once gain nothing; refuses it where it has to wait. */
    static void begin(Accounts accounts, byte[] source) {
        int seconds = accounts.inTransaction(tx -> secondsToWait(tx, source));
        if (seconds > 0) {
            throw new TooManyAttemptsException(seconds);
        }
    }

    /** Forgets the failures before an attempt that was right. */
    static void succeeded(Accounts accounts, byte[] source) {
        accounts.inTransaction(tx -> tx.execute("DELETE FROM sign_in_attempts WHERE source = ?", source));
    }

    /**
     * Whether an attempt has to wait is decided on the newest row, whatever others do at the same time. How long is read from
     * the snapshot, where that row may be an older one that held nobody: hence one second at least. Where nobody is held, that
     * is so for transactions, too, that began a little earlier.
     */
    private static int secondsToWait(Handle tx, byte[] source) {
        tx.execute("DELETE FROM sign_in_attempts WHERE last_at < now() - interval '1 hour'");
        return tx.createQuery("""
                        WITH counted AS (
                            INSERT INTO sign_in_attempts AS before (source, count, held_until, last_at)
                            VALUES (:source, 1, now() - interval '1 minute', now())
                            ON CONFLICT (source) DO UPDATE SET
                                count = before.count + 1,
                                held_until = now() + interval '1 second' * CASE WHEN before.count < 4 THEN -60
                                    ELSE least(300, 2 ^ least(before.count - 3, 9)) END,
                                last_at = now()
                            WHERE before.held_until <= now()
                            RETURNING 0 AS seconds)
                        SELECT coalesce(
                            (SELECT seconds FROM counted),
                            (SELECT greatest(1, CAST(ceil(extract(epoch FROM held_until - now())) AS integer))
                             FROM sign_in_attempts WHERE source = :source),
                            1)""").bind("source", source).mapTo(Integer.class).one();
    }

    private static byte[] source(String kind, String who, String where) {
        return Sha256.of(String.join("\n", kind, who, where).getBytes(StandardCharsets.UTF_8));
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName("[" + address + "]");
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
