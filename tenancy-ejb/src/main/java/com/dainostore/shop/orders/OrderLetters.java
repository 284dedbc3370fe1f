package com.dainostore.shop.orders;

import com.dainostore.shop.orders.OrderView.Tracking;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.mail.MailAddress;
import com.dainostore.tenancy.mail.MailMessage;
import com.dainostore.tenancy.mail.Mails;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What shoppers are told of their orders by mail, in the transaction in which it becomes true. */
@ApplicationScoped
class OrderLetters {
    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    @Inject
    Settings settings;

    @Inject
    InstallationSettings installation;

    @Inject
    Mails mails;

    void confirm(OrderView order) {
        String invoice = order.payment() == Payment.INVOICE
                ? Terms.of(settings.of(current.require().id())).invoiceText()
                : "";
        send(order, "order-confirmation", "Your order " + order.name(), "Thank you for your order.", invoice);
    }

    void shipped(OrderView order) {
        Tracking tracking = order.tracking();
        String parcel = Stream.of(tracking.carrier(), tracking.number(), tracking.url())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        send(order, "order-shipped", "Your order " + order.name() + " is on its way", "Your order was sent.", parcel);
    }

    void cancelled(OrderView order) {
        send(
                order,
                "order-cancelled",
                "Your order " + order.name() + " was cancelled",
                "Your order was cancelled. If you did not ask for this, write to the shop.",
                "");
    }

    private void send(OrderView order, String kind, String subject, String first, String more) {
        Store store = current.require();
        Locale locale = directory.settings(store.id()).locale();
        String text = Stream.of(
                        first,
                        more,
                        goods(order, locale),
                        sums(order, locale),
                        "It goes to\n" + String.join("\n", order.shipTo().lines(locale)),
                        "See your order here:\n" + address(order, store))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n", "", "\n"));
        MailAddress.parse(order.email())
                .ifPresent(to -> mails.send(MailMessage.of(kind, to, subject + " at " + store.name(), text)));
    }

    private static String goods(OrderView order, Locale locale) {
        return order.lines().stream()
                .map(line -> "%d x %s  %s"
                        .formatted(line.quantity(), line.name(), line.total().format(locale)))
                .collect(Collectors.joining("\n"));
    }

    private static String sums(OrderView order, Locale locale) {
        OrderView.Sums sums = order.sums();
        String delivery = order.delivery().isEmpty()
                ? ""
                : order.delivery() + "  " + sums.delivery().format(locale);
        String tax = sums.tax().amount() == 0
                ? ""
                : "%s %s %% tax  %s"
                        .formatted(
                                sums.included() ? "Includes" : "And",
                                sums.percent().stripTrailingZeros().toPlainString(),
                                sums.tax().format(locale));
        List<String> lines = List.of(
                delivery,
                sums.included() ? "" : tax,
                "Total  " + sums.total().format(locale),
                sums.included() ? tax : "");
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Below the platform's domain, where a store is always found. */
    private String address(OrderView order, Store store) {
        URI platform = installation.publicUrl();
        String port = platform.getPort() < 0 ? "" : ":" + platform.getPort();
        return platform.getScheme() + "://" + store.handle() + "." + installation.platformDomain() + port + "/orders/"
                + order.secret();
    }
}
