package com.dainostore.bench;

import com.dainostore.testing.Databases;
import com.dainostore.testing.RunningShop;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long it takes until a store that was asked for is there, beside what PostgreSQL alone takes for its database. */
@ExtendWith(BenchServer.class)
@Order(2)
class CreationBench {
    private static final String PASSWORD = "a long password";
    private static final int STORES = 40;
    private static final int INVITED = 20;
    private static final int WARMING = 6;
    private static final long POLL_MILLIS = 5;
    private static final String AIM = "2 x floor";

    private final RunningShop shop;
    private final Figures figures = new Figures("creation");

    CreationBench(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void storesAreMadeOneAfterTheOther() throws Exception {
        BenchServer.settle(shop);
        Operator operator = new Operator(shop);
        try (BareStore bare = new BareStore(shop)) {
            Times.of(operator, bare, "warming", WARMING, Optional.of(PASSWORD));
            Times made = Times.of(operator, bare, "made", STORES, Optional.of(PASSWORD));
            Times invited = Times.of(operator, bare, "invited", INVITED, Optional.empty());
            figures.addPercentiles("store made, as its client sees it", made.seen(), made.floor(), "ms", AIM);
            figures.addPercentiles(
                    "store made, its owner invited without a password", invited.seen(), invited.floor(), "ms", AIM);
            figures.addPercentiles(
                    "store made, from the request's record to the end's", recorded(), made.floor(), "ms", AIM);
            figures.add("answer to the request, p50", Figures.percentile(made.asked(), 50), "ms");
            figures.add(
                    "answer to the request, without a password, p50", Figures.percentile(invited.asked(), 50), "ms");
        }
        figures.publish();
    }

    /** In milliseconds: until the request was answered, until its operation was seen to have succeeded, and the floor. */
    private record Times(double[] asked, double[] seen, double[] floor) {
        static Times of(Operator operator, BareStore bare, String prefix, int stores, Optional<String> password)
                throws Exception {
            Times times = new Times(new double[stores], new double[stores], new double[stores]);
            for (int i = 0; i < stores; i++) {
                long begin = System.nanoTime();
                String operation = operator.request(prefix + "-" + i, password);
                times.asked[i] = millis(begin);
                operator.await(operation, POLL_MILLIS);
                times.seen[i] = millis(begin);
                begin = System.nanoTime();
                bare.create(prefix + i);
                times.floor[i] = millis(begin);
                bare.drop(prefix + i);
            }
            return times;
        }
    }

    private double[] recorded() throws Exception {
        return shop
                .databases()
                .list(
                        Databases.REGISTRY,
                        "SELECT (extract(epoch FROM finished_at - o.created_at) * 1000)::text FROM operations o"
                                + " JOIN stores s ON s.id = store_id WHERE handle LIKE 'made-%' AND kind = 'provision'")
                .stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
