package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.scope.StoreId;
import org.junit.jupiter.api.Test;

class BearerTokenTest {
    private final StoreId store = StoreId.random();

    @Test
    void aTokenSaysWhereItBelongs() {
        BearerToken operator = BearerToken.newOperator();
        BearerToken staff = BearerToken.newStaff(store);

        assertThat(operator.text()).matches("dop_[A-Za-z0-9_-]{43}");
        assertThat(staff.text()).matches("dst_" + store.suffix() + "_[A-Za-z0-9_-]{43}");
        assertThat(BearerToken.parse(operator.text()).orElseThrow().store()).isEmpty();
        assertThat(BearerToken.parse(staff.text()).orElseThrow().store()).contains(store);
    }

    @Test
    void noTwoTokensAreTheSame() {
        assertThat(BearerToken.newOperator().text())
                .isNotEqualTo(BearerToken.newOperator().text());
        assertThat(BearerToken.newStaff(store).hash())
                .isNotEqualTo(BearerToken.newStaff(store).hash());
    }

    @Test
    void whatIsStoredDependsOnTheStoreAndTheSecretAndShowsNeither() {
        String text = BearerToken.newStaff(store).text();
        String elsewhere = text.replace(store.suffix(), StoreId.random().suffix());

        assertThat(hash(text)).hasSize(32).isEqualTo(hash(text)).isNotEqualTo(hash(elsewhere));
        assertThat(BearerToken.parse(text).orElseThrow().toString()).isEqualTo("BearerToken");
    }

    @Test
    void otherTextsAreNoTokens() {
        String secret = BearerToken.newOperator().text().substring(4);
        for (String text : new String[] {
            "",
            "dop_",
            "dop_" + secret + "A",
            "dop_" + secret + "\n",
            " dop_" + secret,
            "DOP_" + secret,
            "dst_" + secret,
            "dst_" + store.suffix() + secret,
            "dst_" + store.suffix().replaceFirst(".", "a") + "_" + secret,
            "dst_" + store.value() + "_" + secret,
            "dxx_" + secret,
            "dop_" + "\u00e4".repeat(43)
        }) {
            assertThat(BearerToken.parse(text)).as(text).isEmpty();
        }
    }

    private static byte[] hash(String text) {
        return BearerToken.parse(text).orElseThrow().hash();
    }
}
