package com.dainostore.shop.orders;

import com.dainostore.shop.cart.CartLine;
import com.dainostore.shop.cart.CartToken;
import com.dainostore.shop.cart.CartView;
import com.dainostore.shop.catalog.Availability;
import com.dainostore.shop.catalog.TimeOrderedIds;
import com.dainostore.shop.orders.OrderView.Happening;
import com.dainostore.shop.stock.Stock;
import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The orders of the current store, as their shoppers place and see them. Placing is one transaction: the pieces leave the
 * stock, the order gets its number, the mail is left and the cart ends, or none of it. However often it is asked for, a
 * cart becomes one order.
 */
@Stateless
@StoreScoped
@Unguarded("A cart belongs to whoever has its token, an order to whoever has its secret.")
public class Orders {
    @Inject
    EntityManager entities;

    @Inject
    Till till;

    @Inject
    OrderLetters letters;

    @Inject
    Availability availability;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    public Placing place(String token, PlaceOrder wish) {
        CartView cart = till.carts().lock(Till.token(token)).orElseThrow(Till::missing);
        if (cart.order().isPresent()) {
            return new Placing.Placed(placedBefore(cart.order().get(), wish), true);
        }
        wish.given().ifPresent(given -> takeDown(cart, given));
        CheckoutView checkout = till.add(cart);
        boolean asSeen =
                wish.total().map(seen -> seen.equals(checkout.totals().total())).orElse(true);
        if (!cart.changes().isEmpty() || (checkout.complete() && !asSeen)) {
            return new Placing.Changed(checkout);
        }
        require(checkout);
        return new Placing.Placed(sell(checkout, wish), false);
    }

    /** The order whose secret this is, as its shopper may see it. */
    public Optional<OrderView> bySecret(String secret) {
        return CartToken.parse(secret).isPresent()
                ? new OrderRows(entities).bySecret(secret).map(OrderView::forShopper)
                : Optional.empty();
    }

    /** The order that a cart has become. */
    public Optional<OrderView> fromCart(String token) {
        return CartToken.parse(token)
                .flatMap(till.carts()::find)
                .flatMap(CartView::order)
                .flatMap(new OrderRows(entities)::find)
                .map(OrderView::forShopper);
    }

    private OrderView placedBefore(UUID order, PlaceOrder wish) {
        OrderRows rows = new OrderRows(entities);
        PlaceOrder.Attempt first = rows.attempt(order);
        wish.attempt()
                .filter(again ->
                        again.key().equals(first.key()) && !again.digest().equals(first.digest()))
                .ifPresent(again -> {
                    throw new ValidationException(
                            "Idempotency-Key", "This key was sent with another body before. Use a new one.");
                });
        return rows.find(order).orElseThrow().forShopper();
    }

    private void takeDown(CartView cart, PlaceOrder.Given given) {
        CheckoutRows rows = new CheckoutRows(entities);
        rows.contact(cart.id(), Checkouts.checked(given.contact()));
        rows.choice(cart.id(), given.delivery(), given.payment());
    }

    private static void require(CheckoutView checkout) {
        Complaints complaints = new Complaints();
        if (checkout.cart().isEmpty()) {
            complaints.add("cart", "There is nothing in the cart.");
        } else if (checkout.contact().isEmpty()) {
            complaints.add("contact", "Say first who orders, and where to.");
        } else {
            Checkouts.complain(complaints, checkout);
        }
        complaints.check();
    }

    private OrderView sell(CheckoutView checkout, PlaceOrder wish) {
        CartView cart = checkout.cart();
        takePieces(cart);
        OrderRows rows = new OrderRows(entities);
        UUID id = TimeOrderedIds.next();
        till.carts().become(cart, id);
        long number = new OrderSeries(entities).next();
        rows.add(new OrderRows.New(
                id, number, till.terms().prefix() + number, CartToken.random().text(), checkout, wish));
        rows.tell(id, Happening.PLACED, "", "");
        OrderView order = rows.find(id).orElseThrow();
        letters.confirm(order);
        outbox.add(OrderNumberJob.KIND, OrderNumberJob.payload(number));
        audit.record(Happening.PLACED.action(), id.toString(), Changes.none().say("order", order.name()));
        return order.forShopper();
    }

    private void takePieces(CartView cart) {
        Stock stock = new Stock(entities);
        Map<UUID, Integer> pieces = cart.lines().stream()
                .filter(CartLine::counted)
                .collect(Collectors.toMap(CartLine::variant, line -> -line.quantity()));
        availability.changed(stock.move(pieces).stream()
                .filter(Stock.Moved::flipped)
                .map(Stock.Moved::product)
                .collect(Collectors.toSet()));
        stock.release(cart.id());
    }
}
