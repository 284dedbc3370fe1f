package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Secrets that are mailed to somebody as part of an address. Each works once, for one purpose, at one host of one store, and
 * for a while; a newer one of the same purpose ends it. Only their SHA-256 is stored.
 */
final class Links {
    private static final String WORKS = " hash = :hash AND purpose = :purpose AND host = :host AND expires_at > now()";

    private Links() {}

    /** What a link is for, and so how long it works. */
    enum Purpose {
        JOIN(Duration.ofDays(7)),
        RESET(Duration.ofHours(1)),
        EMAIL(Duration.ofDays(1));

        final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param email that the link was mailed to */
    record Link(UUID account, String email) {}

    /** The text of a new link. */
    static String issue(Handle tx, UUID account, Purpose purpose, String host, String email) {
        String text = SessionToken.random().text();
        tx.createUpdate("""
                        INSERT INTO links (hash, account_id, purpose, host, email, expires_at)
                        VALUES (:hash, :account, :purpose, :host, :email, now() + :seconds * interval '1 second')
                        ON CONFLICT (account_id, purpose) DO UPDATE SET hash = EXCLUDED.hash, host = EXCLUDED.host,
                            email = EXCLUDED.email, created_at = now(), expires_at = EXCLUDED.expires_at""")
                .bind("hash", hash(text))
                .bind("account", account)
                .bind("purpose", purpose.code())
                .bind("host", host)
                .bind("email", email)
                .bind("seconds", purpose.life.toSeconds())
                .execute();
        return text;
    }

    /** The link that a text from outside is, while it works here. */
    static Optional<Link> find(Handle tx, String text, Purpose purpose, String host) {
        return select(tx.createQuery("SELECT account_id, email FROM links WHERE" + WORKS), text, purpose, host)
                .map((row, context) -> new Link(row.getObject("account_id", UUID.class), row.getString("email")))
                .findOne();
    }

    /** Refuses a text that is no link which works here. */
    static Link require(Handle tx, String text, Purpose purpose, String host) {
        return find(tx, text, purpose, host).orElseThrow(Links::dead);
    }

    /** As {@link #require}; afterwards the link works no more. */
    static Link use(Handle tx, String text, Purpose purpose, String host) {
        return select(
                        tx.createQuery("DELETE FROM links WHERE" + WORKS + " RETURNING account_id, email"),
                        text,
                        purpose,
                        host)
                .map((row, context) -> new Link(row.getObject("account_id", UUID.class), row.getString("email")))
                .findOne()
                .orElseThrow(Links::dead);
    }

    private static NotFoundException dead() {
        return new NotFoundException(
                "This link was used before, has expired or is for another address. Ask for a new one.");
    }

    /** The e-mail that a link of this purpose was mailed to, while it works. */
    static Optional<String> pending(Handle tx, UUID account, Purpose purpose) {
        return tx.createQuery("""
                        SELECT email FROM links
                        WHERE account_id = :account AND purpose = :purpose AND expires_at > now()""")
                .bind("account", account)
                .bind("purpose", purpose.code())
                .mapTo(String.class)
                .findOne();
    }

    /** Ends the links of one purpose. */
    static int end(Handle tx, UUID account, Purpose purpose) {
        return tx.execute("DELETE FROM links WHERE account_id = ? AND purpose = ?", account, purpose.code());
    }

    /** Whether such a link was mailed, even if it has expired. */
    static boolean isThere(Handle tx, UUID account, Purpose purpose) {
        return tx.createQuery("SELECT EXISTS (SELECT FROM links WHERE account_id = :account AND purpose = :purpose)")
                .bind("account", account)
                .bind("purpose", purpose.code())
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether such a link was mailed within the last minute. */
    static boolean isFresh(Handle tx, UUID account, Purpose purpose) {
        return tx.createQuery("""
                        SELECT EXISTS (SELECT FROM links WHERE account_id = :account AND purpose = :purpose
                            AND created_at > now() - interval '1 minute')""")
                .bind("account", account)
                .bind("purpose", purpose.code())
                .mapTo(Boolean.class)
                .one();
    }

    /** Ends all links of an account. */
    static void end(Handle tx, UUID account) {
        tx.execute("DELETE FROM links WHERE account_id = ?", account);
    }

    private static <S extends SqlStatement<S>> S select(S statement, String text, Purpose purpose, String host) {
        return statement
                .bind("hash", hash(text))
                .bind("purpose", purpose.code())
                .bind("host", host);
    }

    private static byte[] hash(String text) {
        return Sha256.of(("link " + text).getBytes(StandardCharsets.UTF_8));
    }
}
