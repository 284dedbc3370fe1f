package com.dainostore.tenancy.keys;

import com.dainostore.tenancy.scope.StoreId;
import java.util.regex.Pattern;

/** Whose key seals a value: a store's, a database server's or the platform's own. */
public sealed interface KeyOwner {

    /** The owner's name: safe as a file name, and different for every owner of every kind. */
    String id();

    record OfStore(StoreId store) implements KeyOwner {
        @Override
        public String id() {
            return store.value();
        }
    }

    /** @param serverId letters, digits, hyphens and underscores, at most 63 */
    record OfServer(String serverId) implements KeyOwner {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

        public OfServer {
            if (!FORM.matcher(serverId).matches()) {
                throw new IllegalArgumentException("Not the id of a database server");
            }
        }

        @Override
        public String id() {
            return "server_" + serverId;
        }
    }

    record OfPlatform() implements KeyOwner {
        @Override
        public String id() {
            return "platform";
        }
    }
}
