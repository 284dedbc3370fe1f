package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ShelfPage;
import com.dainostore.shop.catalog.ShelfPage.Facet;
import com.dainostore.shop.catalog.ShelfPage.Kind;
import com.dainostore.shop.catalog.ShelfPage.Value;
import com.dainostore.shop.catalog.ShelfQuery;
import com.dainostore.shop.catalog.ShelfQuery.Order;
import com.dainostore.shop.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of products with all that it can be narrowed down by: the whole shop, a collection, or what a search has found.
 *
 * @param subject what the list is of
 * @param groups choices to make, each with the number of products that it would leave
 * @param prices null where there is nothing to choose: one price, or prices in a currency for reading
 * @param chips what is chosen, each with the address of the list without it
 * @param cleared the address of the list with nothing chosen
 */
public record ListPage(
        Shop shop,
        Head head,
        Subject subject,
        List<Card> cards,
        long total,
        boolean near,
        List<Group> groups,
        @Nullable Prices prices,
        @Nullable Choice available,
        List<Chip> chips,
        List<Sorting> orders,
        Pager pager,
        String cleared) {
    static final int SIZE = 24;

    /** So many values are shown at once; the others wait behind a click. */
    private static final int SHOWN = 7;

    private static final int AROUND = 2;

    /**
     * What a list is of.
     *
     * @param section what the navigation marks
     * @param intro paragraphs below the title
     * @param text what is searched for; empty: not a search
     * @param search whether the page is that of searches, whatever is searched for
     */
    public record Subject(String section, String path, String title, List<String> intro, String text, boolean search) {
        public String lead() {
            return intro.isEmpty() ? title : intro.get(0);
        }
    }

    /**
     * What can be chosen of one kind.
     *
     * @param field of the form
     * @param first shown at once; {@code rest} waits
     */
    public record Group(String name, String field, List<Choice> first, List<Choice> rest) {
        public boolean chosen() {
            return Stream.concat(first.stream(), rest.stream()).anyMatch(Choice::chosen);
        }
    }

    /** @param swatch a colour, or null */
    public record Choice(
            String value,
            long products,
            boolean chosen,
            @Nullable String swatch) {}

    /**
     * Prices to choose between, in the major unit.
     *
     * @param from what is chosen, or empty
     * @param lowest what there is
     */
    public record Prices(String from, String to, String lowest, String highest, String unit, String step) {}

    /** Something that is chosen, and where it is not. */
    public record Chip(String text, String href) {}

    /** An order that products can be put in. */
    public record Sorting(String code, String name, boolean chosen) {}

    /** @param links numbers to other pages, with 0 for a gap */
    public record Pager(
            int page,
            int pages,
            @Nullable String previous,
            @Nullable String next,
            List<Link> links) {}

    /** A page by its number, 0 for a gap. */
    public record Link(int page, String href) {}

    /** @param canonical the address of the list itself, with nothing chosen */
    static ListPage of(
            Shop shop, Subject subject, ListAddress address, boolean inCollection, ShelfPage shelf, String canonical) {
        int pages = (int) Math.min(ShelfQuery.LAST_PAGE, Math.max(1, (shelf.total() + SIZE - 1) / SIZE));
        Head head = Head.of(
                subject.title() + " – " + shop.name(),
                subject.lead(),
                address.page() == 1 ? canonical : canonical + "?page=" + address.page());
        boolean indexed =
                !address.narrowed() && !subject.search() && shop.conversion().own() && address.page() <= pages;
        return new ListPage(
                shop,
                indexed ? head : head.hidden(),
                subject,
                shelf.cards().stream().map(card -> Card.of(card, shop)).toList(),
                shelf.total(),
                shelf.near(),
                groups(address, shelf),
                prices(shop, address, shelf),
                available(address, shelf),
                chips(shop, address),
                orders(address, inCollection),
                pager(shop, address, pages),
                shop.path(address.cleared().href()));
    }

    private static List<Group> groups(ListAddress address, ShelfPage shelf) {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        Stream.concat(
                        shelf.facets().stream().filter(facet -> facet.kind() == Kind.OPTION),
                        shelf.facets().stream().filter(facet -> facet.kind() != Kind.OPTION))
                .forEach(facet -> values.put(field(facet), facet.values()));
        address.choices().stream()
                .filter(choice -> named(choice.getKey()))
                .forEach(choice -> values.putIfAbsent(choice.getKey(), List.of()));
        return values.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue(), address))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean named(String field) {
        return field.equals(ListAddress.VENDOR)
                || field.equals(ListAddress.TYPE)
                || field.startsWith(ListAddress.OPTION);
    }

    private static String field(Facet facet) {
        return switch (facet.kind()) {
            case VENDOR -> ListAddress.VENDOR;
            case TYPE -> ListAddress.TYPE;
            case OPTION -> ListAddress.OPTION + facet.name();
        };
    }

    /** What is chosen stays in sight, even where it leaves nothing; one value that all products have is no choice. */
    private static Optional<Group> group(String field, List<Value> values, ListAddress address) {
        List<Choice> choices = new ArrayList<>();
        values.forEach(value -> choices.add(choice(field, value.value(), value.products(), address)));
        address.all(field).stream()
                .filter(chosen ->
                        values.stream().noneMatch(value -> value.value().equals(chosen)))
                .forEach(chosen -> choices.add(choice(field, chosen, 0, address)));
        if (choices.size() < 2 && choices.stream().noneMatch(Choice::chosen)) {
            return Optional.empty();
        }
        choices.sort(Comparator.comparing((Choice choice) -> !choice.chosen()));
        int shown = choices.size() <= SHOWN + 2
                ? choices.size()
                : Math.max(SHOWN, (int) choices.stream().filter(Choice::chosen).count());
        return Optional.of(new Group(
                name(field),
                field,
                List.copyOf(choices.subList(0, shown)),
                List.copyOf(choices.subList(shown, choices.size()))));
    }

    private static Choice choice(String field, String value, long products, ListAddress address) {
        return new Choice(value, products, address.has(field, value), Swatches.colour(name(field), value));
    }

    private static String name(String field) {
        return switch (field) {
            case ListAddress.VENDOR -> "Brand";
            case ListAddress.TYPE -> "Type";
            default -> field.substring(ListAddress.OPTION.length());
        };
    }

    private static @Nullable Prices prices(Shop shop, ListAddress address, ShelfPage shelf) {
        String from = address.first(ListAddress.FROM).orElse("");
        String to = address.first(ListAddress.TO).orElse("");
        ShelfPage.Prices all = shelf.prices();
        boolean choice = (all != null && all.lowest() < all.highest()) || !from.isEmpty() || !to.isEmpty();
        if (!choice || !shop.conversion().own()) {
            return null;
        }
        Money lowest = new Money(all == null ? 0 : all.lowest(), shop.currency());
        Money highest = new Money(all == null ? 0 : all.highest(), shop.currency());
        return new Prices(
                from,
                to,
                plain(lowest),
                plain(highest),
                shop.currency(),
                new Money(1, shop.currency()).toMajor().toPlainString());
    }

    /** Without decimals where there are none. */
    private static String plain(Money price) {
        return price.toMajor().stripTrailingZeros().scale() <= 0
                ? price.toMajor().toBigInteger().toString()
                : price.toMajor().toPlainString();
    }

    private static @Nullable Choice available(ListAddress address, ShelfPage shelf) {
        boolean chosen = address.first(ListAddress.AVAILABLE).isPresent();
        return chosen || shelf.available() < shelf.total()
                ? new Choice("In stock", shelf.available(), chosen, null)
                : null;
    }

    private static List<Chip> chips(Shop shop, ListAddress address) {
        return address.choices().stream()
                .map(choice -> new Chip(
                        words(choice.getKey(), choice.getValue(), shop),
                        shop.path(address.without(choice.getKey(), choice.getValue())
                                .href())))
                .toList();
    }

    private static String words(String field, String value, Shop shop) {
        return switch (field) {
            case ListAddress.AVAILABLE -> "In stock";
            case ListAddress.FROM -> "From " + value + " " + shop.currency();
            case ListAddress.TO -> "Up to " + value + " " + shop.currency();
            default -> name(field) + ": " + value;
        };
    }

    private static List<Sorting> orders(ListAddress address, boolean inCollection) {
        Order chosen = address.order(inCollection);
        return ShelfQuery.orders(address.text(), inCollection).stream()
                .map(order -> new Sorting(order.code(), name(order), order == chosen))
                .toList();
    }

    private static String name(Order order) {
        return switch (order) {
            case RELEVANCE -> "Best match";
            case FEATURED -> "Featured";
            case NEWEST -> "Newest";
            case PRICE_UP -> "Price, low to high";
            case PRICE_DOWN -> "Price, high to low";
            case TITLE -> "Name, A to Z";
        };
    }

    private static Pager pager(Shop shop, ListAddress address, int pages) {
        int page = address.page();
        List<Link> links = new ArrayList<>();
        int last = 0;
        for (int number : IntStream.rangeClosed(1, pages)
                .filter(one -> one == 1 || one == pages || Math.abs(one - page) <= AROUND)
                .toArray()) {
            if (number > last + 1) {
                links.add(new Link(0, ""));
            }
            links.add(new Link(number, shop.path(address.at(number).href())));
            last = number;
        }
        return new Pager(
                page,
                pages,
                page > 1 ? shop.path(address.at(Math.min(page - 1, pages)).href()) : null,
                page < pages ? shop.path(address.at(page + 1).href()) : null,
                links);
    }

    /** Whether the shop, or the collection, has nothing at all, whatever is chosen. */
    public boolean nothingAtAll() {
        return total == 0 && chips.isEmpty() && subject.text().isEmpty();
    }

    /** "1 product", "24 products". */
    public String count() {
        return total == 1 ? "1 product" : String.format(shop.locale(), "%,d products", total);
    }

    /** The order that the address does not have to name. */
    public boolean natural(Sorting order) {
        return Objects.equals(order, orders.get(0));
    }
}
