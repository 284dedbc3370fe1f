package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

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
    private static final String WORK = "domain-proofs";
    private static final Logger LOG = Logger.getLogger(DomainProofs.class.getName());

    private static final String DUE = "SELECT store_id, due_at, " + Claim.COLUMNS + """
             FROM domains WHERE state = 'active' AND due_at <= now() ORDER BY due_at LIMIT :batch""";

    private static final String FOUND =
            "UPDATE domains SET misses = 0, failing_since = NULL, checked_at = now(), due_at = now() + interval '1 day', "
                    + DomainSight.POINTS_HERE + ", " + DomainSight.SEEN;

    private static final String LOST = """
            UPDATE domains
               SET state = 'pending', is_primary = false, points_here = false, failing_since = NULL, misses = 0,""" + DomainSight.SEEN;

    private static final String MISSED = """
            UPDATE domains
               SET misses = misses + 1, due_at = now() + interval '1 hour',
                   failing_since = CASE WHEN misses >= 2 THEN coalesce(failing_since, now()) END,""" + DomainSight.SEEN;

    private static final String UNANSWERED =
            "UPDATE domains SET due_at = now() + interval '1 hour', " + DomainSight.SEEN;

    /** Only what nobody else has looked at or given up meanwhile. */
    private static final String OWN = """
             WHERE store_id = :store AND domain = :domain AND token = :token AND state = 'active' AND due_at = :due""";

    private static final String GRACE_IS_OVER = " AND failing_since < now() - interval '" + Claim.GRACE_DAYS + " days'";

    private record Due(StoreId store, Claim claim, Timestamp at) {}

    @Inject
    RegistryDatabase registry;

    @Inject
    DomainSights sights;

    @Inject
    Stores stores;

    @Inject
    PlatformAudit audit;

    @Inject
    Jobs jobs;

    /** Looks at the domains that are due, one batch of them, and returns how many these were. */
    int look() {
        Map<Due, DomainSight> seen = new LinkedHashMap<>();
        due().forEach(due -> seen.put(due, sights.look(due.claim().domain())));
        long missing = seen.entrySet().stream()
                .filter(one -> isMissing(one.getKey(), one.getValue()))
                .count();
        boolean found = seen.entrySet().stream()
                .anyMatch(one -> one.getValue().proves(one.getKey().claim()));
        boolean doubtful = missing >= TOO_MANY_TO_BE_TRUE && !found;
        if (doubtful) {
            LOG.warning(() -> "Of " + missing + " domains no proof was found: the resolver is not believed this time");
        }
        seen.forEach((due, sight) -> note(due, sight, !doubtful));
        return seen.size();
    }

    private List<Due> due() {
        return registry.jdbi().withHandle(tx -> tx.createQuery(DUE)
                .bind("batch", BATCH)
                .map((row, context) ->
                        new Due(new StoreId(row.getString("store_id")), Claim.of(row), row.getTimestamp("due_at")))
                .list());
    }

    private static boolean isMissing(Due due, DomainSight sight) {
        return sight.texts().isPresent() && !sight.proves(due.claim());
    }

    private void note(Due due, DomainSight sight, boolean believed) {
        boolean changed = registry.jdbi().inTransaction(tx -> {
            Optional<Claim> written = write(tx, due, sight, believed) == 0
                    ? Optional.empty()
                    : Claim.find(tx, due.store().value(), due.claim().domain());
            return written.filter(after -> !after.state().equals(due.claim().state()))
                    .map(after -> tell(tx, due, after))
                    .isPresent();
        });
        if (changed) {
            stores.announce(due.store());
        }
    }

    /** Returns how many rows it changed: none, where somebody was faster. */
    private static int write(Handle tx, Due due, DomainSight sight, boolean believed) {
        if (sight.proves(due.claim())) {
            return sight.bindPointsHere(update(tx, due, sight, FOUND + OWN)).execute();
        }
        if (!believed || !isMissing(due, sight)) {
            return update(tx, due, sight, UNANSWERED + OWN).execute();
        }
        int lost = update(tx, due, sight, LOST + OWN + GRACE_IS_OVER).execute();
        return lost > 0 ? lost : update(tx, due, sight, MISSED + OWN).execute();
    }

    private static Update update(Handle tx, Due due, DomainSight sight, String statement) {
        return sight.bindSeen(tx.createUpdate(statement))
                .bind("store", due.store().value())
                .bind("domain", due.claim().domain())
                .bind("token", due.claim().token())
                .bind("due", due.at());
    }

    private Claim tell(Handle tx, Due due, Claim after) {
        LOG.info(() -> "The domain " + after.domain() + " of " + due.store() + " is " + after.state() + " now");
        audit.record(
                tx,
                Actor.platform(WORK),
                Optional.of(due.store()),
                "domain.state",
                after.domain(),
                Domains.states(due.claim(), after));
        stores.noteChange(tx, due.store(), "domains");
        String notice = DomainNotice.between(due.claim(), after).json();
        jobs.enqueue(tx, UUID.randomUUID(), Optional.of(due.store()), DomainNoticeJob.KIND, notice);
        return after;
    }
}
