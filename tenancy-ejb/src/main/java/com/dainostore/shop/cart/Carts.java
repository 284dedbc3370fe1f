package com.dainostore.shop.cart;

import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The carts of the current store. Every answer is checked against today's prices and stock, and tells what has changed since
 * the shopper looked last. A cart is read with one statement and changed with three.
 */
@Stateless
@StoreScoped
@Unguarded("A cart belongs to whoever has its token.")
public class Carts {
    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    /**
     * A cart that was just made.
     *
     * @param token what it is known by; it cannot be read again
     */
    public record Made(String token, CartView cart) {}

    /** So many pieces of a variant. */
    public record Wanted(UUID variant, int quantity) {}

    public Made create(List<Wanted> lines) {
        if (lines.size() > OpenCarts.MOST_LINES) {
            throw tooManyLines();
        }
        OpenCarts carts = carts();
        CartToken token = CartToken.random();
        UUID cart = carts.create(token);
        lines.forEach(wanted -> add(carts, cart, wanted));
        CartView made = carts.find(token).orElseThrow();
        lines.forEach(wanted -> requirePossible(made, wanted.variant()));
        return new Made(token.text(), made);
    }

    /** The cart, if it is there and has not become an order. */
    public Optional<CartView> find(String token) {
        return CartToken.parse(token).flatMap(carts()::find).filter(cart -> cart.order()
                .isEmpty());
    }

    /** Adds pieces of a variant to those that are in the cart already. */
    public CartView add(String token, UUID variant, int quantity) {
        CartView changed = change(token, cart -> add(carts(), cart, new Wanted(variant, quantity)));
        requirePossible(changed, variant);
        return changed;
    }

    /** @param quantity how many pieces there shall be; none takes the line out */
    public CartView change(String token, UUID line, int quantity) {
        if (quantity == 0) {
            return remove(token, line);
        }
        check(quantity);
        CartView changed = change(token, cart -> require(carts().change(cart, line, quantity)));
        refuseFewer(changed, line);
        return changed;
    }

    public CartView remove(String token, UUID line) {
        return change(token, cart -> require(carts().remove(cart, line)));
    }

    /** The shopper has seen what has changed, and goes on with the cart as it is now. */
    public CartView accept(String token) {
        CartToken known = CartToken.parse(token).orElseThrow(Carts::missing);
        OpenCarts carts = carts();
        CartView cart = carts.touch(known).flatMap(id -> carts.find(known)).orElseThrow(Carts::missing);
        carts.accept(cart);
        return new CartView(cart.id(), cart.lines(), List.of(), cart.goods(), cart.order());
    }

    private CartView change(String token, Consumer<UUID> change) {
        CartToken known = CartToken.parse(token).orElseThrow(Carts::missing);
        OpenCarts carts = carts();
        change.accept(carts.touch(known).orElseThrow(Carts::missing));
        return carts.find(known).orElseThrow(Carts::missing);
    }

    private static void add(OpenCarts carts, UUID cart, Wanted wanted) {
        check(wanted.quantity());
        if (!carts.add(cart, wanted.variant(), wanted.quantity())) {
            throw new ValidationException("variant", "This is not sold here.");
        }
    }

    /** Refuses what was put in just now where it cannot be had; the transaction takes it out again. */
    private static void requirePossible(CartView cart, UUID variant) {
        if (cart.lines().size() > OpenCarts.MOST_LINES) {
            throw tooManyLines();
        }
        UUID line = cart.lines().stream()
                .filter(one -> one.variant().equals(variant))
                .map(CartLine::id)
                .findFirst()
                .orElseThrow(() -> new ValidationException("quantity", "This is sold out."));
        refuseFewer(cart, line);
    }

    private static void refuseFewer(CartView cart, UUID line) {
        for (CartChange change : cart.changes()) {
            if (change.line().equals(line) && change instanceof CartChange.Fewer fewer) {
                throw new ValidationException("quantity", "Only " + fewer.now() + " can be had.");
            }
            if (change.line().equals(line) && !(change instanceof CartChange.PriceChanged)) {
                throw new ValidationException("quantity", "This is sold out.");
            }
        }
    }

    private static void check(int quantity) {
        if (quantity < 1 || quantity > OpenCarts.MOST_PIECES) {
            throw new ValidationException("quantity", "Use a number from 1 to " + OpenCarts.MOST_PIECES + ".");
        }
    }

    private static void require(boolean found) {
        if (!found) {
            throw new NotFoundException("This is not in the cart any more.");
        }
    }

    private static ValidationException tooManyLines() {
        return new ValidationException(
                "lines", "A cart holds at most " + OpenCarts.MOST_LINES + " different things. Order them first.");
    }

    private static NotFoundException missing() {
        return new NotFoundException("This cart is not there any more. Begin a new one.");
    }

    private OpenCarts carts() {
        return new OpenCarts(
                entities, directory.settings(current.require().id()).currency());
    }
}
