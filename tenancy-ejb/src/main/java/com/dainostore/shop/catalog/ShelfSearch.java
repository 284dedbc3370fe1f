package com.dainostore.shop.catalog;

import com.dainostore.shop.catalog.ShelfPage.Facet;
import com.dainostore.shop.catalog.ShelfPage.Kind;
import com.dainostore.shop.catalog.ShelfPage.Prices;
import com.dainostore.shop.catalog.ShelfPage.Value;
import com.dainostore.shop.catalog.ShelfQuery.Filters;
import com.dainostore.tenancy.persistence.Statements;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One question of a shopper, asked in two statements: one counts, the other reads the page. Each choice of the shopper has a
 * bit; a product's {@code missed} has the bits of the choices that it does not meet. So the numbers of a facet are those of the
 * products that miss nothing but perhaps the choice in this facet.
 */
final class ShelfSearch {
    private static final int VENDOR = 1;
    private static final int TYPE = 2;
    private static final int AVAILABLE = 4;
    private static final int PRICE = 8;
    private static final int FIRST_OPTION = 16;

    /** Parts name and value of an option; no text of the catalog has it. */
    static final String SEPARATOR = "\u001f";

    private final Statements statements;
    private final ShelfQuery wish;
    private final String language;
    private final List<Object> values = new ArrayList<>();

    ShelfSearch(EntityManager entities, ShelfQuery wish, String language) {
        this.statements = new Statements(entities);
        this.wish = wish;
        this.language = language;
    }

    ShelfPage page() {
        long total = 0;
        long available = 0;
        long lowest = 0;
        long highest = -1;
        boolean near = false;
        Map<String, List<Value>> counts = new LinkedHashMap<>();
        for (Object[] count : rows(counting())) {
            String kind = (String) count[0];
            String value = (String) count[1];
            long number = count[2] == null ? -1 : ((Number) count[2]).longValue();
            switch (kind) {
                case "total" -> total = number;
                case "available" -> available = number;
                case "lowest" -> lowest = number;
                case "highest" -> highest = number;
                case "near" -> near = number > 0;
                default ->
                    counts.computeIfAbsent(key(kind, value), key -> new ArrayList<>())
                            .add(new Value(value.substring(value.indexOf(SEPARATOR) + 1), number));
            }
        }
        return new ShelfPage(
                total <= wish.offset() ? List.of() : cards(),
                total,
                near,
                facets(counts),
                available,
                highest < 0 ? null : new Prices(lowest, highest));
    }

    private static String key(String kind, String value) {
        return "option".equals(kind) ? kind + SEPARATOR + value.substring(0, value.indexOf(SEPARATOR)) : kind;
    }

    private static List<Facet> facets(Map<String, List<Value>> counts) {
        return counts.entrySet().stream()
                .map(facet -> switch (facet.getKey()) {
                    case "vendor" -> new Facet(Kind.VENDOR, "", facet.getValue());
                    case "type" -> new Facet(Kind.TYPE, "", facet.getValue());
                    default ->
                        new Facet(
                                Kind.OPTION,
                                facet.getKey().substring(facet.getKey().indexOf(SEPARATOR) + 1),
                                facet.getValue());
                })
                .sorted(Comparator.comparing(Facet::kind).thenComparing(facet -> -facet.values().stream()
                        .mapToLong(Value::products)
                        .sum()))
                .toList();
    }

    private String counting() {
        values.clear();
        return """
                WITH shelf AS MATERIALIZED (
                    SELECT s.price_amount, s.available, s.vendor, s.type, s.options, %s AS near, %s AS missed
                    FROM %s
                    WHERE s.for_sale)
                SELECT 'total' AS kind, '' AS value, count(*) AS number FROM shelf WHERE missed = 0
                UNION ALL SELECT 'near', '', count(*) FROM shelf WHERE missed = 0 AND near
                UNION ALL SELECT 'available', '', count(*) FROM shelf WHERE missed & ~%d = 0 AND available
                UNION ALL SELECT 'lowest', '', min(price_amount) FROM shelf WHERE missed & ~%d = 0
                UNION ALL SELECT 'highest', '', max(price_amount) FROM shelf WHERE missed & ~%d = 0
                UNION ALL (SELECT 'vendor', vendor, count(*) FROM shelf WHERE missed & ~%d = 0 AND vendor <> ''
                    GROUP BY vendor ORDER BY 3 DESC, 2 LIMIT 60)
                UNION ALL (SELECT 'type', type, count(*) FROM shelf WHERE missed & ~%d = 0 AND type <> ''
                    GROUP BY type ORDER BY 3 DESC, 2 LIMIT 60)
                UNION ALL (SELECT 'option', o.option, sum(g.products)
                    FROM (SELECT options, missed, count(*) AS products FROM shelf GROUP BY options, missed) g
                    CROSS JOIN LATERAL unnest(g.options) AS o (option)
                    WHERE g.missed & %s = 0
                    GROUP BY o.option ORDER BY 3 DESC, 2 LIMIT 300)
                """.formatted(near(), missed(), source(false), AVAILABLE, PRICE, PRICE, VENDOR, TYPE, unlessOwnOption());
    }

    private String missed() {
        List<String> bits = new ArrayList<>();
        conditions().forEach((bit, condition) -> bits.add("CASE WHEN " + condition + " THEN 0 ELSE " + bit + " END"));
        return bits.isEmpty() ? "0" : String.join(" + ", bits);
    }

    /** What the shopper has chosen, by bits. */
    private Map<Integer, String> conditions() {
        Filters filters = wish.filters();
        Map<Integer, String> conditions = new LinkedHashMap<>();
        if (!filters.vendors().isEmpty()) {
            conditions.put(VENDOR, "s.vendor = ANY (" + texts(filters.vendors()) + ")");
        }
        if (!filters.types().isEmpty()) {
            conditions.put(TYPE, "s.type = ANY (" + texts(filters.types()) + ")");
        }
        if (filters.available()) {
            conditions.put(AVAILABLE, "s.available");
        }
        if (filters.priceFrom() != null || filters.priceTo() != null) {
            conditions.put(
                    PRICE,
                    "s.price_amount BETWEEN " + value(filters.priceFrom() == null ? 0L : filters.priceFrom()) + " AND "
                            + value(filters.priceTo() == null ? Long.MAX_VALUE : filters.priceTo()));
        }
        int bit = FIRST_OPTION;
        for (Map.Entry<String, List<String>> option : filters.options().entrySet()) {
            conditions.put(
                    bit,
                    "s.options && "
                            + texts(option.getValue().stream()
                                    .map(value -> option.getKey() + SEPARATOR + value)
                                    .toList()));
            bit *= 2;
        }
        return conditions;
    }

    /** All bits but that of the option which a row is about. */
    private String unlessOwnOption() {
        StringBuilder cases = new StringBuilder();
        int bit = FIRST_OPTION;
        for (String option : wish.filters().options().keySet()) {
            cases.append(" WHEN ").append(value(option)).append(" THEN ~").append(bit);
            bit *= 2;
        }
        return cases.isEmpty() ? "~0" : "CASE split_part(o.option, chr(31), 1)" + cases + " ELSE ~0 END";
    }

    private String source(boolean ranked) {
        StringBuilder source = new StringBuilder("product_search s");
        if (!wish.text().isEmpty()) {
            source.append(" JOIN search_products(%s, %s, %s) h ON h.product_id = s.product_id"
                    .formatted(value(wish.text()), value(language), ranked));
        }
        if (wish.collection() != null) {
            source.append(" JOIN collection_products k ON k.product_id = s.product_id AND k.collection_id = ")
                    .append(value(wish.collection()));
        }
        return source.toString();
    }

    private List<ProductCard> cards() {
        values.clear();
        ShelfQuery.Order order = wish.effectiveOrder();
        StringBuilder page = new StringBuilder("SELECT s.* FROM ")
                .append(source(order == ShelfQuery.Order.RELEVANCE))
                .append(" WHERE s.for_sale");
        conditions().values().forEach(condition -> page.append(" AND ").append(condition));
        page.append(" ORDER BY ").append(orderBy(order));
        page.append(" LIMIT ").append(value(wish.size()));
        page.append(" OFFSET ").append(value(wish.offset()));
        return Cards.of(rows("""
                SELECT p.id, p.handle, p.title, p.vendor, p.price_amount, p.compare_at_amount, p.currency, p.price_varies,
                       p.available, k.file_id, k.name, k.width, k.height, k.alt
                FROM (SELECT s.*, s.product_id AS id, row_number() OVER () AS place FROM (%s) s) p
                %s
                ORDER BY p.place
                """.formatted(page, Cards.PICTURE)));
    }

    private static String orderBy(ShelfQuery.Order order) {
        return switch (order) {
            case RELEVANCE -> "h.rank DESC, s.product_id DESC";
            case FEATURED -> "k.position, s.product_id DESC";
            case NEWEST -> "s.product_id DESC";
            case PRICE_UP -> "s.price_amount, s.product_id DESC";
            case PRICE_DOWN -> "s.price_amount DESC, s.product_id";
            case TITLE -> "lower(s.title), s.product_id DESC";
        };
    }

    /** @param total how many there are on all pages */
    record Ids(List<UUID> ids, long total, boolean near) {}

    /** The page without what it can be narrowed down by. */
    Ids ids() {
        values.clear();
        ShelfQuery.Order order = wish.effectiveOrder();
        String sql = "SELECT s.product_id, count(*) OVER (), " + near() + " FROM "
                + source(order == ShelfQuery.Order.RELEVANCE) + " WHERE s.for_sale ORDER BY " + orderBy(order)
                + " LIMIT " + value(wish.size()) + " OFFSET " + value(wish.offset());
        List<Object[]> rows = rows(sql);
        return new Ids(
                rows.stream().map(row -> (UUID) row[0]).toList(),
                rows.isEmpty() ? 0 : ((Number) rows.get(0)[1]).longValue(),
                !rows.isEmpty() && (Boolean) rows.get(0)[2]);
    }

    private String near() {
        return wish.text().isEmpty() ? "false" : "h.near";
    }

    /** The products that fit, newest first, without counting: for those who read all of them page by page. */
    List<UUID> newest(UUID after, int most) {
        values.clear();
        String sql = "SELECT s.product_id FROM " + source(false) + " WHERE s.for_sale AND s.product_id < "
                + value(after) + " ORDER BY s.product_id DESC LIMIT " + value(most);
        return statements.column(sql, values.toArray()).stream()
                .map(Statements::id)
                .toList();
    }

    private String texts(List<String> texts) {
        return "CAST(" + value(texts.toArray(String[]::new)) + " AS text[])";
    }

    private String value(Object value) {
        values.add(value);
        String name = "?" + values.size();
        return value instanceof String ? "CAST(" + name + " AS text)" : name;
    }

    private List<Object[]> rows(String sql) {
        return statements.rows(sql, values.toArray());
    }
}
