package com.dainostore.shop.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.testing.TestShop;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CartsTest {
    private TestShop shop;

    @BeforeAll
    void open() {
        shop = new TestShop();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @BeforeEach
    void empty() {
        shop.database.sql("DELETE FROM carts; DELETE FROM stock_holds; DELETE FROM products");
    }

    private Carts.Made cart(UUID variant, int quantity) {
        return shop.call(Carts.class, carts -> carts.create(List.of(new Carts.Wanted(variant, quantity))));
    }

    private CartView find(String token) {
        return at(shop, token).orElseThrow();
    }

    private static Optional<CartView> at(TestShop where, String token) {
        return where.call(Carts.class, carts -> carts.find(token));
    }

    @Test
    void aNewCartWithALineTakesThreeStatements() {
        UUID lamp = shop.product("Lamp", 12_900, 5);
        cart(lamp, 1);
        shop.database.forgetStatements();

        CartView made = cart(lamp, 2).cart();

        assertThat(made.lines()).extracting(CartLine::name).containsExactly("Lamp");
        assertThat(made.goods()).isEqualTo(new Money(25_800, "EUR"));
        assertThat(made.changes()).isEmpty();
        assertThat(shop.database.statements()).as("beside BEGIN and COMMIT").hasSize(3);
    }

    @Test
    void anotherLineTakesThreeStatementsAndReadingTakesOne() {
        UUID vase = shop.product("Vase", 4_900, 5);
        String token = cart(shop.product("Lamp", 12_900, 5), 1).token();
        shop.database.forgetStatements();

        shop.call(Carts.class, carts -> carts.add(token, vase, 1));
        assertThat(shop.database.statements()).hasSize(3);
        shop.database.forgetStatements();

        assertThat(find(token).pieces()).isEqualTo(2);
        assertThat(shop.database.statements()).hasSize(1);
    }

    @Test
    void theSameVariantIsOneLine() {
        UUID lamp = shop.product("Lamp", 100, 5);
        String token = cart(lamp, 1).token();

        CartView cart = shop.call(Carts.class, carts -> carts.add(token, lamp, 2));

        assertThat(cart.lines()).extracting(CartLine::quantity).containsExactly(3);
    }

    @Test
    void noMoreCanBePutInThanThereIs() {
        UUID lamp = shop.product("Lamp", 100, 3);
        String token = cart(lamp, 2).token();

        assertThatThrownBy(() -> shop.call(Carts.class, carts -> carts.add(token, lamp, 2)))
                .isInstanceOfSatisfying(ValidationException.class, refusal -> assertThat(refusal.errors())
                        .containsExactly(new ValidationException.FieldError("quantity", "Only 3 can be had.")));
        assertThat(find(token).pieces()).as("nothing was changed").isEqualTo(2);
        assertThatThrownBy(() -> cart(shop.product("Gone", 100, 0), 1)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> cart(UUID.randomUUID(), 1)).isInstanceOf(ValidationException.class);
    }

    @Test
    void whatOthersHoldIsNotFreeUntilItExpires() {
        UUID lamp = shop.product("Lamp", 100, 3);
        shop.database.sql(("INSERT INTO stock_holds (variant_id, checkout_id, quantity, expires_at)"
                        + " VALUES ('%s', '%s', 2, now() + interval '1 minute')")
                .formatted(lamp, UUID.randomUUID()));

        assertThatThrownBy(() -> cart(lamp, 2)).isInstanceOf(ValidationException.class);
        assertThat(cart(lamp, 1).cart().lines()).extracting(CartLine::most).containsExactly(1);

        shop.database.sql("UPDATE stock_holds SET expires_at = now() - interval '1 second'");
        assertThat(cart(lamp, 3).cart().lines()).extracting(CartLine::most).containsExactly(3);
    }

    @Test
    void changesAreToldInWordsUntilTheyAreAccepted() {
        UUID dearer = shop.product("Lamp", 12_900, 5);
        UUID fewer = shop.product("Vase", 4_900, 5);
        UUID soldOut = shop.product("Bowl", 900, 5);
        UUID gone = shop.product("Rug", 900, 5);
        UUID draft = shop.product("Chair", 900, 5);
        String token = cart(dearer, 1).token();
        for (UUID variant : List.of(fewer, soldOut, gone, draft)) {
            shop.call(Carts.class, carts -> carts.add(token, variant, 3));
        }
        shop.database.sql("UPDATE variants SET price_amount = 13900 WHERE id = '" + dearer + "'");
        shop.database.sql("UPDATE variants SET stock = 2 WHERE id = '" + fewer + "'");
        shop.database.sql("UPDATE variants SET stock = 0 WHERE id = '" + soldOut + "'");
        shop.database.sql("DELETE FROM products WHERE title = 'Rug'");
        shop.database.sql("UPDATE products SET status = 'draft' WHERE title = 'Chair'");

        CartView cart = find(token);

        assertThat(cart.changes())
                .extracting(change -> change.text(Locale.US))
                .containsExactlyInAnyOrder(
                        "Lamp costs €139.00 now. It was €129.00.",
                        "Of Vase only 2 can be had. There were 3 in your cart.",
                        "Bowl is sold out and no longer in your cart.",
                        "Rug is not sold any more and no longer in your cart.",
                        "Chair is not sold any more and no longer in your cart.");
        assertThat(cart.goods()).isEqualTo(new Money(13_900 + 2 * 4_900, "EUR"));
        assertThat(find(token).changes()).as("looking is not accepting").hasSize(5);

        CartView accepted = shop.call(Carts.class, carts -> carts.accept(token));

        assertThat(accepted.changes()).isEmpty();
        assertThat(find(token)).isEqualTo(accepted);
    }

    @Test
    void linesAreChangedAndTakenOut() {
        String token = cart(shop.product("Lamp", 100, 5), 1).token();
        UUID line = find(token).lines().get(0).id();

        assertThat(shop.call(Carts.class, carts -> carts.change(token, line, 4)).pieces())
                .isEqualTo(4);
        assertThatThrownBy(() -> shop.call(Carts.class, carts -> carts.change(token, line, 6)))
                .isInstanceOf(ValidationException.class);
        assertThat(shop.call(Carts.class, carts -> carts.change(token, line, 0)).isEmpty())
                .isTrue();
        assertThatThrownBy(() -> shop.call(Carts.class, carts -> carts.remove(token, line)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aCartIsFoundByItsTokenOnlyAndInItsStoreOnly() {
        String token = cart(shop.product("Lamp", 100, 5), 1).token();
        String another = CartToken.random().text();

        assertThat(at(shop, another)).isEmpty();
        assertThat(at(shop, "'")).isEmpty();
        assertThat(shop.value("SELECT count(*) FROM carts WHERE encode(token_hash, 'escape') = '" + token + "'"))
                .isEqualTo("0");
        try (TestShop neighbour = shop.neighbour()) {
            assertThat(at(neighbour, token)).isEmpty();
            UUID theirs = neighbour.product("Theirs", 100, 5);
            assertThatThrownBy(() -> shop.call(Carts.class, carts -> carts.add(token, theirs, 1)))
                    .isInstanceOf(ValidationException.class);
            assertThatThrownBy(() -> neighbour.call(Carts.class, carts -> carts.add(token, theirs, 1)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(find(token).pieces()).isEqualTo(1);
    }
}
