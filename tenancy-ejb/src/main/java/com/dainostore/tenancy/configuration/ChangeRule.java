package com.dainostore.tenancy.configuration;

import com.dainostore.tenancy.scope.Store;
import java.util.Optional;

/** A reason of some other part of the application against the change of a setting; all of them are found as CDI beans. */
public interface ChangeRule {
    /** Why the store cannot give this setting that value now, in words for people; empty where it can. */
    Optional<String> objection(Store store, Setting setting, String value);
}
