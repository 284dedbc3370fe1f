package com.dainostore.storefront.api;

import com.dainostore.tenancy.mail.Mail;
import com.dainostore.tenancy.mail.MailPage;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** How mails look to programs: everything but what they say, which is as good as a password. */
public final class MailJson {
    private MailJson() {}

    public static JsonObject of(MailPage page) {
        JsonArrayBuilder items = Parts.array();
        page.mails().forEach(mail -> items.add(of(mail)));
        JsonObjectBuilder answer = Parts.object().add("items", items);
        return (page.nextCursor() == null ? answer.addNull("nextCursor") : answer.add("nextCursor", page.nextCursor()))
                .build();
    }

    public static JsonObject of(Mail mail) {
        JsonObjectBuilder json = Parts.object()
                .add("id", mail.id().toString())
                .add("kind", mail.kind())
                .add("to", mail.to())
                .add("subject", mail.subject())
                .add("state", mail.state().code())
                .add("attempts", mail.attempts())
                .add("createdAt", mail.createdAt().toString())
                .add("usefulUntil", mail.usefulUntil().toString());
        mail.error().ifPresent(error -> json.add("error", error));
        mail.sentAt().ifPresent(time -> json.add("sentAt", time.toString()));
        return json.build();
    }
}
