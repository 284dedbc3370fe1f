package com.dainostore.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.admin.AuditLine.Change;
import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.Entry;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLineTest {
    private static final Actor ADA = new Actor(Actor.Kind.STAFF, "p-1", "ada@example.com");

    @ParameterizedTest
    @CsvSource({
        "product.create, added a product",
        "session.open, signed in",
        "collection.update, updated a collection",
        "file.upload, uploaded a file",
        "settings.update, updated the settings",
        "domain.verify, verified a domain",
        "operation.set-aside, set aside an operation",
        "order.pay, noted the payment of order",
        "delivery-rate.create, created a delivery rate",
        "productive, Productive",
    })
    void everyActionIsASentenceAlsoOneThatNobodyHasPutIntoWords(String action, String did) {
        assertThat(line(ADA, action, "{}").did()).isEqualTo(did);
    }

    @Test
    void aTokenWithoutANameIsASignIn() {
        assertThat(line(ADA, "token.issue", "{'name':{'after':''}}").did()).isEqualTo("signed in over the API");
        assertThat(line(ADA, "token.issue", "{'name':{'after':'Importer'}}").did())
                .isEqualTo("made an API token");
    }

    @Test
    void whoIsUnknownOrNobodyIsToldSo() {
        assertThat(line(ADA, "product.create", "{}").who()).isEqualTo("ada@example.com");
        assertThat(line(new Actor(Actor.Kind.OPERATOR, "o-1", ""), "store.suspend", "{}")
                        .who())
                .isEqualTo("An operator of the platform");
        assertThat(line(Actor.visitor(), "sign-in.refuse", "{}").who()).isEqualTo("Somebody not signed in");
        assertThat(line(Actor.platform("audit.seal"), "store.create", "{}").who())
                .isEqualTo("The platform");
    }

    @Test
    void theObjectIsCalledByItsNameAsItIsNowOrByWhatIsKnownOfItsId() {
        assertThat(line(ADA, "product.update", "{'title':{'before':'Bowl','after':'Big bowl'}}")
                        .object())
                .isEqualTo("Big bowl");
        assertThat(line(ADA, "order.cancel", "{'order':{'after':'A-1001'}}").object())
                .isEqualTo("A-1001");
        assertThat(line(ADA, "person.remove", "{'email':{'before':'bea@example.com','after':null}}")
                        .object())
                .isEqualTo("bea@example.com");
        assertThat(AuditLine.of(entry(ADA, "person.deactivate", "{}"), Optional::of)
                        .object())
                .isEqualTo("thing-1");
        assertThat(line(ADA, "product.update", "{}").object()).isEmpty();
        assertThat(AuditLine.of(entry(new Actor(Actor.Kind.STAFF, "thing-1", "a@x"), "token.issue", "{}"), Optional::of)
                        .object())
                .isEmpty();
    }

    @Test
    void valuesOfEverySortReadAsWordsAndSecretsAreNotShown() {
        assertThat(line(ADA, "product.update", """
                {'compareAtPrice':{'before':1200,'after':null},'tags':{'before':[],'after':['a','b']},
                 'published':{'before':false,'after':true},'vendor':{'before':'','after':null},
                 'variant 01a21bf1-a48c-7faa-a1ed-23307eeaabe8':{'before':'Red','after':'Red / L'},'password':{'changed':true},'reason':{'after':'late'}}""").changes())
                .containsExactly(
                        new Change("Compare at price", "1200", "", false),
                        new Change("Tags", "", "a, b", false),
                        new Change("Published", "no", "yes", false),
                        new Change("Variant", "Red", "Red / L", false),
                        new Change("Password", "", "", true),
                        new Change("Reason", "", "late", false));
    }

    @Test
    void whereNothingWasBeforeOnlyWhatIsNowNeedsToBeTold() {
        assertThat(line(ADA, "product.create", "{'title':{'before':null,'after':'Bowl'}}")
                        .isBeginning())
                .isTrue();
        assertThat(line(ADA, "product.update", "{'title':{'before':'Bowl','after':'Big bowl'}}")
                        .isBeginning())
                .isFalse();
        assertThat(line(ADA, "password.change", "{'password':{'changed':true}}").isBeginning())
                .isFalse();
    }

    private static AuditLine line(Actor who, String action, String changes) {
        return AuditLine.of(entry(who, action, changes));
    }

    private static Entry entry(Actor who, String action, String changes) {
        return new Entry(
                new UUID(0, 1),
                Optional.empty(),
                Instant.EPOCH,
                who,
                action,
                "thing-1",
                Json.createReader(new StringReader(changes.replace('\'', '"'))).readObject(),
                "",
                "");
    }
}
