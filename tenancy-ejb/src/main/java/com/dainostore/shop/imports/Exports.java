package com.dainostore.shop.imports;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.persistence.Statements;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The products of the current store as an export writes them down: page by page, the oldest first, so that an import makes them in their order. */
@Stateless
@StoreScoped
public class Exports {
    private static final int PAGE = 50;
    private static final int MOST_METAFIELDS = 500;
    private static final int LEAST_OPTIONS = 3;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    EntityManager entities;

    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore current;

    @Inject
    InstallationSettings settings;

    @EJB
    Catalog catalog;

    @Inject
    Audit audit;

    /** Begins an export: that somebody did is an entry of the audit log. */
    public ExportShape begin() {
        person.require(Area.CATALOG, Level.VIEW);
        ExportShape shape = measure(shop());
        audit.record("product.export", "", Changes.none().say("format", "csv"));
        return shape;
    }

    ExportShape measure(String shop) {
        Statements statements = new Statements(entities);
        List<Object[]> fields = statements.rows("""
                SELECT DISTINCT m ->> 'namespace', m ->> 'key' FROM products, jsonb_array_elements(metafields) m
                ORDER BY 1, 2 LIMIT ?1
                """, MOST_METAFIELDS);
        Object options = statements
                .column("SELECT coalesce(max(cardinality(options)), 0) FROM products")
                .get(0);
        return new ExportShape(
                Math.max((int) Statements.whole(options), LEAST_OPTIONS),
                fields.stream()
                        .map(row -> List.of((String) row[0], (String) row[1]))
                        .toList(),
                shop);
    }

    private String shop() {
        URI platform = settings.publicUrl();
        String port = platform.getPort() < 0 ? "" : ":" + platform.getPort();
        return platform.getScheme() + "://" + current.require().handle() + "." + settings.platformDomain() + port;
    }

    /** The products behind that one; empty: from the first. None at the end. */
    public ExportPage page(Optional<UUID> after) {
        person.require(Area.CATALOG, Level.VIEW);
        return read(after);
    }

    ExportPage read(Optional<UUID> after) {
        List<?> found = new Statements(entities)
                .column(
                        "SELECT handle FROM products WHERE id > ?1 ORDER BY id LIMIT ?2",
                        after.orElse(BEFORE_ALL),
                        PAGE);
        Set<String> handles =
                found.stream().map(String.class::cast).collect(Collectors.toCollection(LinkedHashSet::new));
        if (handles.isEmpty()) {
            return new ExportPage(List.of(), Map.of());
        }
        Map<String, ProductView> products = catalog.byHandles(handles);
        List<ProductView> inOrder =
                handles.stream().map(products::get).filter(Objects::nonNull).toList();
        return new ExportPage(inOrder, costs(inOrder));
    }

    private Map<UUID, Money> costs(Collection<ProductView> products) {
        String ids = Statements.array(products.stream().map(ProductView::id).toList());
        return new Statements(entities)
                .rows("""
                        SELECT id, cost_amount, currency FROM variants
                        WHERE product_id = ANY (CAST(?1 AS uuid[])) AND cost_amount IS NOT NULL
                        """, ids).stream()
                        .collect(Collectors.toMap(
                                cost -> Statements.id(cost[0]),
                                cost -> new Money(Statements.whole(cost[1]), (String) cost[2])));
    }
}
