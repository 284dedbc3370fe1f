package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ShelfQuery;
import com.dainostore.shop.catalog.ShelfQuery.Filters;
import com.dainostore.shop.catalog.ShelfQuery.Order;
import com.dainostore.shop.money.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a list of products, which says everything that a shopper has chosen: {@code /products?vendor=Aurora&o.Size=L}.
 * What it does not know or cannot be meant is left out, so that the same choice always has the same address.
 *
 * @param parameters those that are set, each with its values, in one order
 */
record ListAddress(String path, Map<String, List<String>> parameters) {
    static final String TEXT = "q";
    static final String VENDOR = "vendor";
    static final String TYPE = "type";
    static final String AVAILABLE = "available";
    static final String FROM = "price_from";
    static final String TO = "price_to";
    static final String SORT = "sort";
    static final String PAGE = "page";

    /** Stands before the name of an option. */
    static final String OPTION = "o.";

    private static final int LONGEST = 120;
    private static final String YES = "1";
    private static final List<String> CHOICES = List.of(VENDOR, TYPE, AVAILABLE, FROM, TO);

    static ListAddress of(HttpServletRequest request) {
        return of(Asked.path(request), request.getParameterMap());
    }

    /** What tells this choice from every other one. */
    Map<String, String> asked() {
        return parameters.isEmpty() ? Map.of() : Map.of("list", href());
    }

    static ListAddress of(String path, Map<String, String[]> sent) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(TEXT, VENDOR, TYPE, AVAILABLE, FROM, TO),
                        Stream.concat(
                                new TreeMap<>(sent).keySet().stream().filter(ListAddress::isOption),
                                Stream.of(SORT, PAGE)))
                .forEach(name -> {
                    List<String> values = values(name, sent.getOrDefault(name, new String[0]));
                    if (!values.isEmpty()) {
                        parameters.put(name, values);
                    }
                });
        return new ListAddress(path, parameters);
    }

    private static boolean isOption(String name) {
        return name.startsWith(OPTION) && name.length() > OPTION.length();
    }

    private static List<String> values(String name, String... sent) {
        Stream<String> values = Arrays.stream(sent)
                .filter(value -> !value.isBlank() && value.chars().noneMatch(Character::isISOControl));
        return switch (name) {
            case TEXT -> values.map(ListAddress::cut).limit(1).toList();
            case AVAILABLE -> values.filter(YES::equals).limit(1).toList();
            case FROM, TO ->
                values.map(value -> value.strip().replace(',', '.'))
                        .filter(value -> value.matches("[0-9]{1,9}(\\.[0-9]{1,4})?"))
                        .limit(1)
                        .toList();
            case SORT ->
                values.filter(value -> Order.ofCode(value).isPresent()).limit(1).toList();
            case PAGE ->
                values.filter(value -> value.matches("[1-9][0-9]{0,3}") && !value.equals(YES))
                        .limit(1)
                        .toList();
            default -> values.distinct().limit(20).toList();
        };
    }

    private static String cut(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }

    String text() {
        return first(TEXT).orElse("");
    }

    int page() {
        return first(PAGE).map(Integer::valueOf).orElse(1);
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** The order that is asked for, or the natural one. */
    Order order(boolean inCollection) {
        return first(SORT).flatMap(Order::ofCode).orElse(ShelfQuery.natural(text(), inCollection));
    }

    /** Whether anything but the page is chosen. */
    boolean narrowed() {
        return parameters.keySet().stream().anyMatch(name -> !name.equals(PAGE) && !name.equals(TEXT));
    }

    ShelfQuery query(@Nullable UUID collection, String currency, int size) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (isOption(name)) {
                options.put(name.substring(OPTION.length()), values);
            }
        });
        Filters filters = new Filters(
                all(VENDOR), all(TYPE), options, has(AVAILABLE, YES), amount(FROM, currency), amount(TO, currency));
        return new ShelfQuery(text(), collection, filters, order(collection != null), page(), size);
    }

    private @Nullable Long amount(String name, String currency) {
        return first(name)
                .map(value -> new BigDecimal(value))
                .map(major ->
                        major.movePointRight(new Money(0, currency).decimals()).longValue())
                .orElse(null);
    }

    /** The same list with this choice taken back, from its first page on. */
    ListAddress without(String name, String value) {
        Map<String, List<String>> left = new LinkedHashMap<>(parameters);
        left.computeIfPresent(name, (key, values) -> {
            List<String> others =
                    values.stream().filter(one -> !one.equals(value)).toList();
            return others.isEmpty() ? null : others;
        });
        left.remove(PAGE);
        return new ListAddress(path, left);
    }

    /** The same list with nothing chosen; what is searched for and the order stay. */
    ListAddress cleared() {
        Map<String, List<String>> left = new LinkedHashMap<>(parameters);
        left.keySet().removeIf(name -> CHOICES.contains(name) || isOption(name) || name.equals(PAGE));
        return new ListAddress(path, left);
    }

    ListAddress at(int page) {
        Map<String, List<String>> other = new LinkedHashMap<>(parameters);
        other.remove(PAGE);
        if (page > 1) {
            other.put(PAGE, List.of(Integer.toString(page)));
        }
        return new ListAddress(path, other);
    }

    /** All that a shopper has chosen, in order: parameter and value. */
    List<Map.Entry<String, String>> choices() {
        List<Map.Entry<String, String>> choices = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (CHOICES.contains(name) || isOption(name)) {
                values.forEach(value -> choices.add(Map.entry(name, value)));
            }
        });
        return choices;
    }

    String href() {
        String query = parameters.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> encode(one.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
