package com.dainostore.tenancy.provisioning;

import java.sql.SQLException;

/**
 * One step of a store's making. Both ways can be run again at any point, also after half of it was done and the process
 * was killed.
 */
record Step(String name, Way perform, Way undo) {

    /** Forward or back. */
    interface Way {
        void run(Building building) throws SQLException;
    }

    static final Way NOTHING = building -> {};
}
