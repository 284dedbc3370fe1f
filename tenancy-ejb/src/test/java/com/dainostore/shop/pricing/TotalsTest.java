package com.dainostore.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.shop.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for any cart: seen on many of them, made from seeds so that a failure can be repeated. */
class TotalsTest {
    private static final int CARTS = 20_000;

    /** Of 0, 2 and 3 decimals. */
    private static final List<String> CURRENCIES = List.of("JPY", "EUR", "KWD");

    private record Cart(long seed, List<Item> items, Money delivery, Tax tax) {
        static Cart of(long seed) {
            Random random = new Random(seed);
            String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            Tax tax = new Tax(BigDecimal.valueOf(random.nextInt(100_001), 3), random.nextBoolean());
            List<Item> items = IntStream.range(0, random.nextInt(12))
                    .mapToObj(i -> new Item(
                            new Money(random.nextLong(random.nextBoolean() ? 5 : 1_000_000_000_000L), currency),
                            random.nextInt(1_000),
                            random.nextInt(4) > 0))
                    .toList();
            return new Cart(seed, items, new Money(random.nextInt(2_000), currency), tax);
        }

        Totals totals() {
            return Totals.of(items, delivery, tax);
        }

        String currency() {
            return delivery.currency();
        }
    }

    private static void forAnyCart(Consumer<Cart> property) {
        for (long seed = 0; seed < CARTS; seed++) {
            property.accept(Cart.of(seed));
        }
    }

    private static Money sum(List<Money> amounts, String currency) {
        return amounts.stream().reduce(new Money(0, currency), Money::plus);
    }

    @Test
    void goodsDeliveryAndTaxAddUpToTheTotal() {
        forAnyCart(cart -> {
            Totals totals = cart.totals();
            Money goods = sum(cart.items().stream().map(Item::total).toList(), cart.currency());
            Money onTop = cart.tax().included() ? new Money(0, cart.currency()) : totals.tax();
            assertThat(totals.goods()).as("%s", cart).isEqualTo(goods);
            assertThat(totals.total())
                    .as("%s", cart)
                    .isEqualTo(goods.plus(cart.delivery()).plus(onTop));
            assertThat(totals.net().plus(totals.tax())).as("%s", cart).isEqualTo(totals.total());
        });
    }

    @Test
    void theSharesOfTheLinesAndOfDeliveryLoseNoCentOfTheTax() {
        forAnyCart(cart -> {
            Totals totals = cart.totals();
            List<Money> shares = new ArrayList<>(totals.shares());
            shares.add(totals.deliveryShare());
            assertThat(sum(shares, cart.currency())).as("%s", cart).isEqualTo(totals.tax());
            assertThat(shares).as("%s", cart).noneMatch(share -> share.amount() < 0);
        });
    }

    @Test
    void aShareIsWithinOneUnitOfTheTaxOnItsLineAlone() {
        forAnyCart(cart -> {
            Totals totals = cart.totals();
            for (int i = 0; i < cart.items().size(); i++) {
                Item item = cart.items().get(i);
                long alone = item.taxed()
                        ? cart.tax()
                                .on(BigInteger.valueOf(item.total().amount()))
                                .longValueExact()
                        : 0;
                assertThat(Math.abs(totals.shares().get(i).amount() - alone))
                        .as("line %d of %s", i, cart)
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void taxIsWithinHalfAUnitOfItsExactValue() {
        forAnyCart(cart -> {
            Totals totals = cart.totals();
            BigInteger taxed = cart.items().stream()
                    .filter(Item::taxed)
                    .map(item -> BigInteger.valueOf(item.total().amount()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            boolean any = cart.items().stream().anyMatch(Item::taxed);
            BigDecimal base = any
                    ? new BigDecimal(taxed)
                            .add(BigDecimal.valueOf(cart.delivery().amount()))
                    : BigDecimal.ZERO;
            BigDecimal whole = cart.tax().included()
                    ? BigDecimal.valueOf(100).add(cart.tax().percent())
                    : BigDecimal.valueOf(100);
            // |tax * whole - base * percent| <= whole / 2, without a division that would round.
            BigDecimal off = BigDecimal.valueOf(totals.tax().amount())
                    .multiply(whole)
                    .subtract(base.multiply(cart.tax().percent()))
                    .abs();
            assertThat(off.multiply(BigDecimal.valueOf(2))).as("%s", cart).isLessThanOrEqualTo(whole);
        });
    }

    @Test
    void includedTaxIsInThePriceAndOtherTaxComesOnTop() {
        List<Item> one = List.of(new Item(new Money(12_000, "EUR"), 1, true));
        Money free = new Money(0, "EUR");
        BigDecimal twenty = BigDecimal.valueOf(20);

        Totals included = Totals.of(one, free, new Tax(twenty, true));
        Totals onTop = Totals.of(one, free, new Tax(twenty, false));

        assertThat(included.tax().amount()).isEqualTo(2_000);
        assertThat(included.total().amount()).isEqualTo(12_000);
        assertThat(onTop.tax().amount()).isEqualTo(2_400);
        assertThat(onTop.total().amount()).isEqualTo(14_400);
    }

    @Test
    void halfAUnitGoesUp() {
        List<Item> five = List.of(new Item(new Money(5, "JPY"), 1, true));

        assertThat(Totals.of(five, new Money(0, "JPY"), new Tax(BigDecimal.TEN, false))
                        .tax()
                        .amount())
                .isEqualTo(1);
    }

    @Test
    void deliveryIsFreeFromItsBoundOn() {
        Delivery delivery = new Delivery(new Money(490, "EUR"), new Money(5_000, "EUR"));

        assertThat(delivery.of(new Money(4_999, "EUR")).amount()).isEqualTo(490);
        assertThat(delivery.of(new Money(5_000, "EUR")).amount()).isZero();
        assertThat(new Delivery(new Money(490, "EUR"), null)
                        .of(new Money(Long.MAX_VALUE, "EUR"))
                        .amount())
                .isEqualTo(490);
    }

    @Test
    void aSumThatNoLongerFitsIsAnErrorAndNeverAnotherSum() {
        Item dear = new Item(new Money(Long.MAX_VALUE, "EUR"), 1, true);

        assertThatThrownBy(() -> Totals.of(List.of(dear, dear), new Money(0, "EUR"), Tax.NONE))
                .isInstanceOf(ArithmeticException.class);
    }
}
