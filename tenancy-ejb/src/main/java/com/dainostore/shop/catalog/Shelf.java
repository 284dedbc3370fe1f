package com.dainostore.shop.catalog;

import com.dainostore.tenancy.database.Search;
import com.dainostore.tenancy.persistence.Statements;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shoppers look for in the current store, and find: lists that can be searched, narrowed down and sorted, and collections.
 * A list takes two statements, whatever is chosen; none of them reads the products or variants themselves.
 */
@Stateless
@StoreScoped
public class Shelf {
    /** How many collections a shop shows. */
    public static final int MOST_COLLECTIONS = 200;

    /** How many products are brought up to date in one transaction. */
    private static final int CHUNK = 1_000;

    /** Below it, two names are not alike. */
    private static final double ALIKE = 0.5;

    private static final String COLLECTIONS = """
            SELECT c.id, c.handle, c.title, c.description,
                   (SELECT count(*) FROM collection_products k JOIN product_search s ON s.product_id = k.product_id
                    WHERE k.collection_id = c.id AND s.for_sale),
                   k.file_id, k.name, k.width, k.height, k.alt
            FROM collections c LEFT JOIN\s""" + Showcase.PICTURE + """
            ON true
            WHERE c.published
            """;

    private static final String SUGGESTIONS = """
            WITH near AS MATERIALIZED (
                SELECT s.handle, s.title, s.vendor, n.nearness
                FROM suggest_products(CAST(?1 AS text), 60) n JOIN product_search s ON s.product_id = n.product_id
                WHERE s.for_sale)
            (SELECT 'PRODUCT', title, handle, nearness FROM near ORDER BY 4 DESC, length(title), handle LIMIT 6)
            UNION ALL
            (SELECT 'COLLECTION', title, handle, word_similarity(CAST(?1 AS text), title) FROM collections
             WHERE published AND word_similarity(CAST(?1 AS text), title) >= ?2 ORDER BY 4 DESC, 2 LIMIT 3)
            UNION ALL
            (SELECT 'VENDOR', vendor, '', word_similarity(CAST(?1 AS text), vendor) FROM near
             WHERE word_similarity(CAST(?1 AS text), vendor) >= ?2 GROUP BY vendor ORDER BY 4 DESC, 2 LIMIT 3)
            """;

    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    /** One page of what is wished for. */
    @Unguarded("Shoppers see what is for sale.")
    public ShelfPage page(ShelfQuery wish) {
        return new ShelfSearch(entities, wish, configuration()).page();
    }

    /**
     * Complete products, newest first.
     *
     * @param collection only those in it, or null
     * @param text only those that are found by it; empty: all
     */
    @Unguarded("Shoppers see what is for sale.")
    public ProductViews products(ListProducts query, @Nullable UUID collection, String text) {
        ShelfQuery wish =
                new ShelfQuery(text, collection, ShelfQuery.Filters.NONE, ShelfQuery.Order.NEWEST, 1, query.limit());
        List<UUID> found = new ShelfSearch(entities, wish, configuration())
                .newest(Cursor.of(query.cursor()).after(), query.limit() + 1);
        List<UUID> ids = found.stream().limit(query.limit()).toList();
        String next = found.size() > ids.size() ? new Cursor(ids.get(ids.size() - 1)).text() : null;
        return new ProductViews(new Products(entities).views(ids), next);
    }

    /** Complete products that are found by these words, the best first; without words all, the newest first. */
    @Unguarded("Shoppers see what is for sale.")
    public FoundProducts search(String text, int limit, int page) {
        ShelfQuery wish = new ShelfQuery(text, null, ShelfQuery.Filters.NONE, ShelfQuery.Order.RELEVANCE, page, limit);
        ShelfSearch.Ids found = new ShelfSearch(entities, wish, configuration()).ids();
        return new FoundProducts(new Products(entities).views(found.ids()), found.total(), found.near());
    }

    /** What a shopper may mean who has typed so much; empty for less than two letters. */
    @Unguarded("Shoppers see what is for sale.")
    public List<Suggestion> suggestions(String typed) {
        String text = Search.text(typed);
        if (text.codePointCount(0, text.length()) < 2) {
            return List.of();
        }
        return statements().rows(SUGGESTIONS, text, ALIKE).stream()
                .map(row -> new Suggestion(Suggestion.Kind.valueOf((String) row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    /** The published collections by title. */
    @Unguarded("Shoppers see what is published.")
    public List<ShelfCollection> collections() {
        return statements().rows(COLLECTIONS + " ORDER BY lower(c.title), c.id LIMIT ?1", MOST_COLLECTIONS).stream()
                .map(Shelf::collection)
                .toList();
    }

    /** The published collection at that address. */
    @Unguarded("Shoppers see what is published.")
    public Optional<ShelfCollection> collection(String handle) {
        return Handles.valid(handle)
                ? statements().row(COLLECTIONS + " AND c.handle = ?1", handle).map(Shelf::collection)
                : Optional.empty();
    }

    private static ShelfCollection collection(Object[] row) {
        return new ShelfCollection(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Statements.whole(row[4]),
                Cards.picture(row, 5));
    }

    /** Brings the next products up to date and returns the last of them, or null where there are no more. */
    @Unguarded("Makes anew what follows from the products, and tells nothing of them.")
    public @Nullable UUID refill(UUID last) {
        return new ShelfRows(entities).refreshAfter(last, CHUNK, locale());
    }

    private String configuration() {
        return ShelfRows.configuration(locale());
    }

    private Locale locale() {
        return directory.settings(current.require().id()).locale();
    }

    private Statements statements() {
        return new Statements(entities);
    }
}
