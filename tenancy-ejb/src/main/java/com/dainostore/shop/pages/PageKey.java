package com.dainostore.shop.pages;

import com.dainostore.tenancy.scope.StoreId;
import java.util.Map;

/**
 * Which page it is. It contains the store, so that no page of one can ever be found under a key of another.
 *
 * @param origin scheme, host and port as the visitor sees them: pages spell them in their canonical addresses
 * @param path below the host
 * @param parameters only those of the query that the page reads
 * @param currency that its prices are shown in
 */
public record PageKey(StoreId store, String origin, String path, Map<String, String> parameters, String currency) {
    /** What an entry costs beside its letters. */
    private static final int OVERHEAD = 400;

    public PageKey {
        parameters = Map.copyOf(parameters);
    }

    int weight() {
        int letters = origin.length() + path.length();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            letters += parameter.getKey().length() + parameter.getValue().length();
        }
        return OVERHEAD + letters * Character.BYTES;
    }
}
