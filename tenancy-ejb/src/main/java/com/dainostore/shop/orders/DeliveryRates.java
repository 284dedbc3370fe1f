package com.dainostore.shop.orders;

import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.catalog.TimeOrderedIds;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways to deliver of the current store, as its staff keep them. */
@Stateless
@StoreScoped
public class DeliveryRates {
    private static final int MOST = 100;
    private static final long HIGHEST = 1_000_000_000_000L;

    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    CurrentPerson person;

    @Inject
    Directory directory;

    @Inject
    Audit audit;

    /** In the order in which shoppers choose from them. */
    public List<DeliveryRate> list() {
        person.require(Area.SETTINGS, Level.VIEW);
        return rows().all();
    }

    public DeliveryRate create(SaveDeliveryRate wanted) {
        person.require(Area.SETTINGS, Level.EDIT);
        check(wanted);
        if (rows().all().size() >= MOST) {
            Complaints full = new Complaints();
            full.add("name", "There are " + MOST + " ways to deliver already. Delete one first.");
            full.check();
        }
        UUID id = TimeOrderedIds.next();
        rows().add(id, wanted);
        DeliveryRate made = find(id);
        audit.record("delivery-rate.create", id.toString(), between(null, made));
        return made;
    }

    /** @param expectedVersion the version that the change was made from, or null to change whatever is there */
    public DeliveryRate update(UUID id, SaveDeliveryRate wanted, @Nullable Long expectedVersion) {
        person.require(Area.SETTINGS, Level.EDIT);
        check(wanted);
        DeliveryRate before = require(id, expectedVersion);
        if (!rows().change(id, wanted, before.version())) {
            throw new ChangedMeanwhileException();
        }
        DeliveryRate after = find(id);
        audit.record("delivery-rate.update", id.toString(), between(before, after));
        return after;
    }

    /** @param expectedVersion the version that was seen when deciding so, or null to delete whatever is there */
    public void delete(UUID id, @Nullable Long expectedVersion) {
        person.require(Area.SETTINGS, Level.EDIT);
        DeliveryRate gone = require(id, expectedVersion);
        rows().remove(id);
        audit.record("delivery-rate.delete", id.toString(), between(gone, null));
    }

    private DeliveryRate require(UUID id, @Nullable Long expectedVersion) {
        DeliveryRate rate = find(id);
        if (expectedVersion != null && expectedVersion != rate.version()) {
            throw new ChangedMeanwhileException();
        }
        return rate;
    }

    private DeliveryRate find(UUID id) {
        return rows().find(id).orElseThrow(() -> new NotFoundException("This shop has no such way to deliver."));
    }

    private void check(SaveDeliveryRate wanted) {
        Complaints complaints = new Complaints();
        complaints.required("name", wanted.name(), "Give it a name, like Parcel.");
        checkMoney(complaints, "amount", wanted.amount());
        if (wanted.freeFrom() != null) {
            checkMoney(complaints, "freeFrom", wanted.freeFrom());
        }
        if (!Address.countries().containsAll(wanted.countries())) {
            complaints.add("countries", "Name countries by their codes of two capitals, like AT.");
        }
        complaints.check();
    }

    private void checkMoney(Complaints complaints, String field, Money amount) {
        String currency = directory.settings(current.require().id()).currency();
        if (!amount.currency().equals(currency)) {
            complaints.add(field + ".currency", "This shop sells in " + currency + ".");
        }
        if (amount.amount() < 0 || amount.amount() > HIGHEST) {
            complaints.add(field + ".amount", "Use an amount from 0 to " + HIGHEST + ".");
        }
    }

    private static Changes between(@Nullable DeliveryRate before, @Nullable DeliveryRate after) {
        return Changes.none()
                .set("name", before == null ? null : before.name(), after == null ? null : after.name())
                .set(
                        "amount",
                        before == null ? null : text(before.amount()),
                        after == null ? null : text(after.amount()))
                .set(
                        "freeFrom",
                        before == null ? null : text(before.freeFrom()),
                        after == null ? null : text(after.freeFrom()))
                .set("countries", before == null ? null : before.countries(), after == null ? null : after.countries());
    }

    private static @Nullable String text(@Nullable Money amount) {
        return amount == null ? null : amount.toMajor().toPlainString() + " " + amount.currency();
    }

    private RateRows rows() {
        return new RateRows(entities);
    }
}
