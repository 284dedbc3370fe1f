package com.dainostore.shop.stock;

import com.dainostore.shop.catalog.Availability;
import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The pieces on hand, as the staff of the current store count them: what came, and what went otherwise than by a sale. */
@Stateless
@StoreScoped
public class Inventory {
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_PIECES = 1_000_000;

    @Inject
    EntityManager entities;

    @Inject
    CurrentPerson person;

    @Inject
    Availability availability;

    @Inject
    Audit audit;

    /** @param by how many pieces more there are, or less where it is negative */
    public record Adjustment(UUID variant, int by) {}

    /** @param stock pieces on hand now */
    public record OnHand(UUID variant, int stock) {}

    /**
     * Adds to the stock or takes from it, all or nothing; what is sold at the same time stays sold.
     *
     * @param reason for the audit log; may be empty
     * @return what is on hand now, in the order of the adjustments
     */
    public List<OnHand> adjust(List<Adjustment> adjustments, String reason) {
        person.require(Area.CATALOG, Level.EDIT);
        Map<UUID, Integer> pieces = check(adjustments, reason);
        Stock stock = new Stock(entities);
        stock.lock(pieces.keySet());
        List<Stock.Moved> moved = stock.move(pieces);
        Map<UUID, Integer> left = moved.stream().collect(Collectors.toMap(Stock.Moved::variant, Stock.Moved::left));
        requireAll(adjustments, left.keySet());
        audit.recordAll(adjustments.stream()
                .map(one -> note(one, left.getOrDefault(one.variant(), 0), reason))
                .toList());
        availability.changed(moved.stream()
                .filter(Stock.Moved::flipped)
                .map(Stock.Moved::product)
                .collect(Collectors.toSet()));
        return adjustments.stream()
                .map(one -> new OnHand(one.variant(), left.getOrDefault(one.variant(), 0)))
                .toList();
    }

    private static Audit.Note note(Adjustment one, int left, String reason) {
        Changes changes = Changes.none().set("stock", left - one.by(), left);
        return new Audit.Note(
                "inventory.adjust",
                one.variant().toString(),
                reason.isBlank() ? changes : changes.say("reason", reason));
    }

    private static Map<UUID, Integer> check(List<Adjustment> adjustments, String reason) {
        if (adjustments.isEmpty() || adjustments.size() > MOST_AT_ONCE) {
            throw new ValidationException("adjustments", "Name from 1 to " + MOST_AT_ONCE + " variants.");
        }
        if (reason.length() > 200) {
            throw new ValidationException("reason", "Use at most 200 characters.");
        }
        Map<UUID, Integer> pieces = new HashMap<>();
        for (int i = 0; i < adjustments.size(); i++) {
            Adjustment one = adjustments.get(i);
            if (one.by() == 0 || Math.abs((long) one.by()) > MOST_PIECES) {
                throw new ValidationException(
                        "adjustments[" + i + "].by", "Use a number of pieces, up to " + MOST_PIECES + ".");
            }
            if (pieces.put(one.variant(), one.by()) != null) {
                throw new ValidationException("adjustments[" + i + "].variant", "Name each variant once.");
            }
        }
        return pieces;
    }

    private static void requireAll(List<Adjustment> adjustments, Set<UUID> known) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < adjustments.size(); i++) {
            if (!known.contains(adjustments.get(i).variant())) {
                errors.add(new FieldError(
                        "adjustments[" + i + "].variant",
                        "This shop has no such variant, or does not count its pieces."));
            }
        }
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }
}
