package com.dainostore.tenancy.audit;

import java.time.Instant;
import java.util.List;

/**
 * What a check of an audit log found.
 *
 * @param entries how many entries were looked at
 * @param seals how many seals were looked at
 * @param unsealed how many of the entries are too new to be sealed
 * @param findings what is not as it was written, at most {@link #MOST}
 */
public record AuditReport(Instant checkedAt, long entries, long seals, long unsealed, List<Finding> findings) {
    public static final int MOST = 100;

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether everything is as it was written. */
    public boolean intact() {
        return findings.isEmpty();
    }
}
