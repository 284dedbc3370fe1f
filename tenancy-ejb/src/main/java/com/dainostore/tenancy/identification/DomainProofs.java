package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Looks each day whether the proofs of the stores' domains still stand in DNS, and each hour where one was missed. Three
 * misses make a domain failing; a week after that it names its store no more and has to be proved again. Only an answer
 * that says so is a miss: while DNS is away nothing happens, and a batch in which no proof at all is found is taken
 * for the fault of our resolver.
 */
@ApplicationScoped
class DomainProofs {
    static final int BATCH = 100;
    private static final int TOO_MANY_TO_BE_TRUE = 5;
    private static final Logger LOG = Logger.getLogger(DomainProofs.class.getName());

    private static final String DUE = """
            SELECT store_id, domain, token, points_here, failing_since IS NOT NULL AS failing FROM domains
             WHERE state = 'active'
               AND (looked_at IS NULL
                    OR looked_at < now() - CASE WHEN misses > 0 THEN interval '1 hour' ELSE interval '1 day' END)
             ORDER BY looked_at NULLS FIRST LIMIT :batch""";

    private static final String FOUND = """
            UPDATE domains
               SET misses = 0, failing_since = NULL, checked_at = now(), looked_at = now(), points_here = :pointsHere""";

    private static final String LOST = """
            UPDATE domains
               SET state = 'pending', is_primary = false, points_here = false, failing_since = NULL, misses = 0""";

    private static final String MISSED = """
            UPDATE domains
               SET misses = misses + 1, looked_at = now(),
                   failing_since = CASE WHEN misses >= 2 THEN coalesce(failing_since, now()) END""";

    /** In an hour: what was not answered is asked again sooner than what was. */
    private static final String UNANSWERED = """
            UPDATE domains SET looked_at = CASE WHEN misses > 0 THEN now() ELSE now() - interval '23 hours' END""";

    private static final String OWN =
            " WHERE store_id = :store AND domain = :domain AND token = :token AND state = 'active'";

    private enum Answer {
        FOUND,
        MISSING,
        NONE
    }

    private record Due(StoreId store, String domain, String token, boolean pointsHere, boolean failing) {}

    @Inject
    RegistryDatabase registry;

    @Inject
    DnsRecords records;

    @Inject
    PlatformAddress platform;

    @Inject
    Stores stores;

    /** Looks at the domains that are due, one batch of them, and returns how many these were. */
    int look() {
        Map<Due, Answer> answers = new LinkedHashMap<>();
        due().forEach(due -> answers.put(due, ask(due)));
        long missing = answers.values().stream().filter(Answer.MISSING::equals).count();
        boolean doubtful = missing >= TOO_MANY_TO_BE_TRUE && !answers.containsValue(Answer.FOUND);
        if (doubtful) {
            LOG.warning(() -> "Of " + missing + " domains no proof was found: the resolver is not believed this time");
        }
        answers.forEach((due, answer) -> note(due, doubtful ? Answer.NONE : answer));
        return answers.size();
    }

    private List<Due> due() {
        return registry.jdbi().withHandle(tx -> tx.createQuery(DUE)
                .bind("batch", BATCH)
                .map((row, context) -> new Due(
                        new StoreId(row.getString("store_id")),
                        row.getString("domain"),
                        row.getString("token"),
                        row.getBoolean("points_here"),
                        row.getBoolean("failing")))
                .list());
    }

    private Answer ask(Due due) {
        try {
            return records.texts(Claim.RECORD + due.domain()).contains(due.token()) ? Answer.FOUND : Answer.MISSING;
        } catch (DnsUnavailableException e) {
            LOG.log(Level.FINE, e, () -> "No answer about " + due.domain());
            return Answer.NONE;
        }
    }

    private void note(Due due, Answer answer) {
        boolean pointsHere = answer == Answer.FOUND && platform.isBehind(due.domain());
        boolean changed = registry.jdbi().inTransaction(tx -> {
            boolean differs =
                    switch (answer) {
                        case FOUND -> found(tx, due, pointsHere);
                        case MISSING -> missing(tx, due);
                        case NONE -> update(tx, due, UNANSWERED) < 0;
                    };
            if (differs) {
                stores.noteChange(tx, due.store(), "domains");
            }
            return differs;
        });
        if (changed) {
            stores.announce(due.store());
        }
    }

    private static boolean found(Handle tx, Due due, boolean pointsHere) {
        update(tx, due, FOUND.replace(":pointsHere", String.valueOf(pointsHere)));
        return due.failing() || due.pointsHere() != pointsHere;
    }

    private static boolean missing(Handle tx, Due due) {
        if (update(tx, due, LOST, " AND failing_since < now() - interval '7 days'") > 0) {
            LOG.warning(
                    () -> "The domain " + due.domain() + " leads to " + due.store() + " no more: its proof is gone");
            return true;
        }
        update(tx, due, MISSED);
        return !due.failing();
    }

    private static int update(Handle tx, Due due, String change) {
        return update(tx, due, change, "");
    }

    private static int update(Handle tx, Due due, String change, String condition) {
        return tx.createUpdate(change + OWN + condition)
                .bind("store", due.store().value())
                .bind("domain", due.domain())
                .bind("token", due.token())
                .execute();
    }
}
