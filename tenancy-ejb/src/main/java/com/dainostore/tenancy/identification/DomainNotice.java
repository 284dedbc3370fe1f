package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.security.OwnersNews;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * What the owners of a store are told when a domain of theirs changes by itself.
 *
 * @param domain as people write it
 * @param before the state that it was in, as {@link Claim#state}
 * @param after the state that it is in now
 */
record DomainNotice(String domain, String before, String after) {
    private static final String KIND = "domain-changed";
    private static final String FAILING = "failing";

    static DomainNotice between(Claim before, Claim after) {
        return new DomainNotice(after.name(), before.state(), after.state());
    }

    static DomainNotice read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject notice = reader.readObject();
            return new DomainNotice(notice.getString("domain"), notice.getString("before"), notice.getString("after"));
        }
    }

    String json() {
        return Json.createObjectBuilder()
                .add("domain", domain)
                .add("before", before)
                .add("after", after)
                .build()
                .toString();
    }

    OwnersNews news() {
        return switch (after) {
            case FAILING -> news("The proof of " + domain + " is missing", """
                    The TXT record that proves that %s is yours was not found three times. The domain goes on leading
                    to your shop for %d days. After that it leads nowhere until it is proved again.

                    Put the record back where your domain is managed. Under Domains in your console you see what it has
                    to say.
                    """.formatted(domain, Claim.GRACE_DAYS));
            case "pending" -> news(domain + " leads to your shop no more", """
                    The TXT record that proves that %s is yours has been missing for %d days, so the domain leads to
                    your shop no more. Your shop is still there at its other addresses.

                    If the domain is yours, put the record back and have it checked under Domains in your console.
                    """.formatted(domain, Claim.GRACE_DAYS));
            case "verified" -> news(domain + " leads elsewhere", """
                    %s is proved to be yours, but none of its addresses is one of ours any more: people who go there do
                    not find your shop.

                    If you did not mean that, change its CNAME or A record where your domain is managed. Under Domains
                    in your console you see what it has to be.
                    """.formatted(domain));
            default ->
                news(domain + " leads to your shop", """
                    %s is proved to be yours and leads to your shop%s.

                    You need not do anything.
                    """.formatted(
                                domain, before.equals(FAILING) ? " as before: its proof is back" : ""));
        };
    }

    private static OwnersNews news(String subject, String text) {
        return new OwnersNews(KIND, subject, text);
    }
}
