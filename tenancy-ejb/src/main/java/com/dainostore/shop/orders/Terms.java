package com.dainostore.shop.orders;

import com.dainostore.shop.pricing.Tax;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * On what terms a store sells.
 *
 * @param payments the ways to pay that it offers
 * @param prefix what stands before the numbers of its orders
 */
record Terms(Tax tax, List<Payment> payments, String prefix, String invoiceText) {
    private static final String YES = "yes";

    static Terms of(SettingValues settings) {
        return new Terms(
                new Tax(
                        new BigDecimal(settings.get(Setting.TAX_RATE)),
                        settings.get(Setting.PRICES_INCLUDE_TAX).equals(YES)),
                Stream.of(Payment.values())
                        .filter(payment -> settings.get(switchOf(payment)).equals(YES))
                        .toList(),
                settings.get(Setting.ORDER_PREFIX),
                settings.get(Setting.INVOICE_TEXT));
    }

    private static Setting switchOf(Payment payment) {
        return payment == Payment.INVOICE ? Setting.PAY_BY_INVOICE : Setting.PAY_ON_DELIVERY;
    }
}
