package com.dainostore.shop.reports;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.reports.CatalogReport.Line;
import com.dainostore.tenancy.configuration.Flag;
import com.dainostore.tenancy.configuration.Flags;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;

/** The reports of the current store. Each is one statement, whatever the number of products. */
@Stateless
@StoreScoped
public class Reports {
    private static final int MOST_LINES = 1_000;

    private static final String CATALOG = """
            SELECT p.vendor, p.type, v.currency, count(DISTINCT p.id), count(*), count(*) FILTER (WHERE v.stock <= 0),
                   sum(greatest(v.stock, 0)), sum(greatest(v.stock, 0)::numeric * v.price_amount),
                   min(v.price_amount), max(v.price_amount)
            FROM products p JOIN variants v ON v.product_id = p.id
            WHERE p.status <> 'archived'
            GROUP BY p.vendor, p.type, v.currency
            ORDER BY lower(p.vendor), lower(p.type), p.vendor, p.type, v.currency
            LIMIT ?1
            """;

    @Inject
    EntityManager entities;

    @Inject
    CurrentPerson person;

    @Inject
    Flags flags;

    public CatalogReport catalog() {
        person.require(Area.ANALYTICS, Level.VIEW);
        flags.require(Flag.ADVANCED_REPORTS);
        List<?> rows = entities.createNativeQuery(CATALOG)
                .setParameter(1, MOST_LINES + 1)
                .getResultList();
        return new CatalogReport(
                rows.stream().limit(MOST_LINES).map(row -> line((Object[]) row)).toList(), rows.size() <= MOST_LINES);
    }

    private static Line line(Object[] row) {
        String currency = (String) row[2];
        return new Line(
                (String) row[0],
                (String) row[1],
                whole(row[3]),
                whole(row[4]),
                whole(row[5]),
                whole(row[6]),
                new Money(((BigDecimal) row[7]).longValueExact(), currency),
                new Money(whole(row[8]), currency),
                new Money(whole(row[9]), currency));
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }
}
