package com.dainostore.storefront.api;

import com.dainostore.tenancy.mail.MailQuery;
import com.dainostore.tenancy.mail.MailState;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The mails that a request asks for: the newest 50 unless it says otherwise. */
public class MailParameters {
    private static final int LONGEST = 200;

    @QueryParam("state")
    @DefaultValue("")
    private String state = "";

    @QueryParam("q")
    @DefaultValue("")
    private String text = "";

    @QueryParam("cursor")
    @DefaultValue("")
    private String cursor = "";

    @QueryParam("limit")
    @DefaultValue("50")
    private String limit = "50";

    public MailQuery query() {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new ValidationException("q", "Use at most " + LONGEST + " characters.");
        }
        return new MailQuery(state(), text.strip(), after(), Paging.limit(limit));
    }

    private Optional<MailState> state() {
        Optional<MailState> wanted = Arrays.stream(MailState.values())
                .filter(one -> one.code().equals(state))
                .findFirst();
        if (!state.isEmpty() && wanted.isEmpty()) {
            throw new ValidationException("state", "Use waiting, sent, failed, cancelled or expired.");
        }
        return wanted;
    }

    private Optional<UUID> after() {
        try {
            return cursor.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(cursor));
        } catch (IllegalArgumentException e) {
            throw new ValidationException("cursor", "Use the cursor of the page before, or none.");
        }
    }
}
