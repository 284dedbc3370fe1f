package com.dainostore.admin.merchant;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.reports.CatalogReport;
import com.dainostore.shop.reports.Reports;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the store has and what it is worth, by vendor and type. Without the feature there is no such page. */
@Named("reports")
@RequestScoped
public class ReportsPage {
    private static final int MOST_BARS = 8;

    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @EJB
    Reports reports;

    private CatalogReport report = new CatalogReport(List.of(), true);

    /**
     * What the stock of one vendor is worth.
     *
     * @param percent of the largest one
     */
    public record Bar(String vendor, Money value, long percent) {}

    @PostConstruct
    void read() {
        person.require(Area.ANALYTICS, Level.VIEW);
        report = reports.catalog();
    }

    public CatalogReport getReport() {
        return report;
    }

    public long getProducts() {
        return report.lines().stream().mapToLong(CatalogReport.Line::products).sum();
    }

    public long getVariants() {
        return report.lines().stream().mapToLong(CatalogReport.Line::variants).sum();
    }

    public long getSoldOut() {
        return report.lines().stream().mapToLong(CatalogReport.Line::soldOut).sum();
    }

    public long getPieces() {
        return report.lines().stream().mapToLong(CatalogReport.Line::pieces).sum();
    }

    /** What all that is in stock is worth, in each currency. */
    public List<Money> getValues() {
        return report.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> line.value().currency(),
                        Collectors.summingLong(line -> line.value().amount())))
                .entrySet()
                .stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .sorted(Comparator.comparing(Money::currency))
                .toList();
    }

    /** The vendors with the most in stock by value; empty where there is nothing to compare. */
    public List<Bar> getBars() {
        if (getValues().size() != 1) {
            return List.of();
        }
        String currency = getValues().get(0).currency();
        Map<String, Long> sums = report.lines().stream()
                .collect(Collectors.groupingBy(CatalogReport.Line::vendor, Collectors.summingLong(line -> line.value()
                        .amount())));
        long most = sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return most == 0 || sums.size() < 2
                ? List.of()
                : sums.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(MOST_BARS)
                        .map(sum ->
                                new Bar(sum.getKey(), new Money(sum.getValue(), currency), sum.getValue() * 100 / most))
                        .toList();
    }

    public String money(Money amount) {
        return amount.format(directory.settings(store.require().id()).locale());
    }
}
