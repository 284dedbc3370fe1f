package com.dainostore.admin;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.Entry;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry of an audit log as people read it.
 *
 * @param who the person, as a subject
 * @param did what they did, so that a sentence follows from both
 * @param object what they did it to, by its name; empty where the entry does not know one
 */
public record AuditLine(Entry entry, String who, String did, String object, List<Change> changes) {
    /** What does not follow from the code of the action. */
    private static final Map<String, String> SPECIAL = """
            product.create=added a product
            person.invite=invited
            person.invite-again=sent another invitation to
            person.give-role=gave another role to
            person.join=joined the team
            person.hand-over=handed the store over to
            person.rename=changed their name
            person.ask-email=asked for another e-mail
            person.change-email=changed their e-mail
            session.open=signed in
            session.end=ended a session
            session.end-others=ended their other sessions
            sign-in.refuse=was refused at the sign-in
            sign-in.refuse-code=was refused for a wrong code
            token.issue=made an API token
            token.revoke=ended an API token
            password.change=chose a new password
            password.reset=chose a new password by a mailed link
            password.forget=asked for a link to choose a new password
            second-factor.begin=began to set up a second factor
            second-factor.turn-on=turned the second factor on
            second-factor.turn-off=turned the second factor off
            second-factor.use-recovery-code=signed in with a recovery code
            store.create=made the store
            store.suspend=took the store off the air
            store.resume=put the store back on the air
            store.delete=deleted the store
            store.rotate-credentials=changed the passwords of the store's database
            credential.refuse-cross-store=showed a credential of another store
            audit.export=exported the log
            audit.check=checked the log
            order.place=placed order
            order.read=looked at order
            order.pay=noted the payment of order
            order.fulfil=sent order
            order.cancel=cancelled order
            order.note=left a note on order
            order.export=exported the orders
            mail.retry=had a mail tried again
            mail.cancel=cancelled a mail
            mail.read=read a mail with a link""".lines()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private static final List<String> NAMES =
            List.of("order", "title", "name", "email", "handle", "domain", "recipient");

    /**
     * One field that was changed.
     *
     * @param hidden whether it is a secret, of which nothing is known but that it is another one
     */
    public record Change(String field, String before, String after, boolean hidden) {
        static Change of(String field, JsonObject sides) {
            return new Change(
                    words(field),
                    value(sides.getOrDefault("before", JsonValue.NULL)),
                    value(sides.getOrDefault("after", JsonValue.NULL)),
                    sides.containsKey("changed"));
        }

        private static String value(JsonValue side) {
            if (side.equals(JsonValue.NULL)) {
                return "";
            }
            if (side.equals(JsonValue.TRUE) || side.equals(JsonValue.FALSE)) {
                return side.equals(JsonValue.TRUE) ? "yes" : "no";
            }
            if (side instanceof JsonArray list) {
                return list.stream().map(Change::value).collect(Collectors.joining(", "));
            }
            return side instanceof JsonString text ? text.getString() : side.toString();
        }
    }

    public static AuditLine of(Entry entry) {
        return of(entry, id -> Optional.empty());
    }

    /** @param known the names of ids, where they are known */
    static AuditLine of(Entry entry, Function<String, Optional<String>> known) {
        List<Change> changes = entry.changes().entrySet().stream()
                .map(field -> Change.of(field.getKey(), field.getValue().asJsonObject()))
                .filter(change -> change.hidden || !change.before.isEmpty() || !change.after.isEmpty())
                .toList();
        return new AuditLine(
                entry,
                who(entry.actor()),
                did(entry),
                object(entry).or(() -> other(entry).flatMap(known)).orElse(""),
                changes);
    }

    /** Whether there was nothing before, so that only what is now needs to be told. */
    public boolean isBeginning() {
        return changes.stream().allMatch(change -> change.before.isEmpty() && !change.hidden);
    }

    /** The icon that tells at a glance what sort of actor it was. */
    public String icon() {
        return switch (entry.actor().kind()) {
            case STAFF -> "person";
            case OPERATOR -> "key";
            case PLATFORM -> "gear";
            case VISITOR -> "globe";
        };
    }

    private static String who(Actor actor) {
        return switch (actor.kind()) {
            case STAFF -> actor.label();
            case OPERATOR -> actor.label().isEmpty() ? "An operator of the platform" : actor.label();
            case PLATFORM -> "The platform";
            case VISITOR -> "Somebody not signed in";
        };
    }

    /** Nobody does something to themselves by name. */
    private static Optional<String> other(Entry entry) {
        return Optional.of(entry.resourceId())
                .filter(id -> !id.equals(entry.actor().id()));
    }

    private static Optional<String> object(Entry entry) {
        return NAMES.stream()
                .filter(entry.changes()::containsKey)
                .map(name -> Change.of(name, entry.changes().getJsonObject(name)))
                .flatMap(change -> Stream.of(change.after, change.before))
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    /** A token without a name is what a sign-in over the API gives. */
    private static String did(Entry entry) {
        boolean nameless = Optional.ofNullable(entry.changes().getJsonObject("name"))
                .filter(name -> name.getString("after", "-").isEmpty())
                .isPresent();
        return entry.action().equals("token.issue") && nameless
                ? "signed in over the API"
                : SPECIAL.getOrDefault(entry.action(), did(entry.action()));
    }

    /** {@code collection.update} as "updated a collection". */
    private static String did(String action) {
        int dot = action.indexOf('.');
        return dot < 0 ? words(action) : past(action.substring(dot + 1)) + " " + one(action.substring(0, dot));
    }

    private static String past(String verb) {
        String first = verb.replaceFirst("-.*", "");
        String rest = verb.substring(first.length()).replace('-', ' ');
        if (first.equals("set")) {
            return first + rest;
        }
        return (first.endsWith("e") ? first + "d" : first.replaceFirst("y$", "i") + "ed") + rest;
    }

    private static String one(String noun) {
        String article = noun.endsWith("s") ? "the " : noun.matches("[aeiou].*") ? "an " : "a ";
        return article + noun.replace('-', ' ');
    }

    /** {@code compareAtPrice} as "Compare at price"; of {@code variant 01a2-...} only the kind. */
    private static String words(String code) {
        String lower = code.replaceAll(" [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[._-]", " ")
                .toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
