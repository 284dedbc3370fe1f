package com.dainostore.admin.operator;

import com.dainostore.tenancy.provisioning.Operation;
import com.dainostore.tenancy.scope.StoreState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Stream;

/** How the console calls what the platform knows by a code. */
@Named
@ApplicationScoped
public class Words {
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("PROVISION validate", "Check the name and make the key"),
            Map.entry("PROVISION database", "Create the database"),
            Map.entry("PROVISION migrations", "Set up the tables"),
            Map.entry("PROVISION admin", "Create the owner"),
            Map.entry("PROVISION domain", "Claim the domain"),
            Map.entry("PROVISION settings", "Write the settings"),
            Map.entry("PROVISION ready", "Open the store"),
            Map.entry("DELETE stop", "Close the store"),
            Map.entry("DELETE database", "Drop the database"),
            Map.entry("DELETE files", "Delete the files"),
            Map.entry("DELETE keys", "Destroy the key"),
            Map.entry("DELETE registry", "Remove it from the registry"),
            Map.entry("ROTATE announce", "Write down the new passwords"),
            Map.entry("ROTATE change", "Change them in the database"),
            Map.entry("ROTATE forget", "Forget the old ones"));

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("pending", "Waiting"),
            Map.entry("running", "Running"),
            Map.entry("succeeded", "Done"),
            Map.entry("failed", "Failed"),
            Map.entry("compensating", "Taking back"),
            Map.entry("compensated", "Taken back"),
            Map.entry("ready", "Waiting"),
            Map.entry("done", "Done"),
            Map.entry("provisioning", "Being made"),
            Map.entry("active", "Active"),
            Map.entry("suspended", "Suspended"),
            Map.entry("maintenance", "In maintenance"),
            Map.entry("deleting", "Being deleted"),
            Map.entry("deleted", "Deleted"),
            Map.entry("waiting", "Waiting"),
            Map.entry("sent", "Sent"),
            Map.entry("cancelled", "Taken back"),
            Map.entry("expired", "Expired"),
            Map.entry("invited", "Invited"),
            Map.entry("deactivated", "Deactivated"),
            Map.entry("on", "On"));

    public String kind(Operation operation) {
        return switch (operation.kind()) {
            case PROVISION -> "Create store";
            case DELETE -> "Delete store";
            case ROTATE -> "Change passwords";
        };
    }

    public String step(Operation operation, String step) {
        return STEPS.getOrDefault(operation.kind() + " " + step, step);
    }

    /** A state in words, whatever it is a state of. */
    public String state(String code) {
        return STATES.getOrDefault(code, code);
    }

    public String state(StoreState state) {
        return state(state.code());
    }

    public String state(Operation.State state) {
        return state(code(state));
    }

    /** The browser that a user agent most probably stands for (RFC 9110, 10.1.5): each names those before it too. */
    public String browser(String userAgent) {
        return Stream.of("Edg/ Edge", "OPR/ Opera", "Firefox/ Firefox", "Chrome/ Chrome", "Safari/ Safari")
                .map(pair -> pair.split(" "))
                .filter(pair -> userAgent.contains(pair[0]))
                .map(pair -> pair[1])
                .findFirst()
                .orElse("Unknown browser");
    }

    /** A state as a class of the style sheet. */
    public String code(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
