package com.dainostore.shop.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where goods or bills go. What is not needed everywhere may be empty.
 *
 * @param country ISO 3166-1 alpha-2, in capitals
 */
public record Address(
        String name,
        String company,
        String line1,
        String line2,
        String postcode,
        String city,
        String region,
        String country) {
    /** The columns of the tables, behind {@code ship_} or {@code bill_}. */
    private static final List<String> COLUMNS =
            List.of("name", "company", "line1", "line2", "postcode", "city", "region", "country");

    static final int WIDTH = COLUMNS.size();
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static String columns(String prefix) {
        return COLUMNS.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    List<String> values() {
        return List.of(name, company, line1, line2, postcode, city, region, country);
    }

    static Address of(Object[] row, int first) {
        Function<Integer, String> text = i -> (String) row[first + i];
        return new Address(
                text.apply(0),
                text.apply(1),
                text.apply(2),
                text.apply(3),
                text.apply(4),
                text.apply(5),
                text.apply(6),
                text.apply(7));
    }

    /** As it was typed, without blanks around it; the country in capitals. */
    Address normal() {
        return new Address(
                name.strip(),
                company.strip(),
                line1.strip(),
                line2.strip(),
                postcode.strip(),
                city.strip(),
                region.strip(),
                country.strip().toUpperCase(Locale.ROOT));
    }

    void check(Complaints complaints, String prefix) {
        complaints.required(prefix + "name", name, "Give a name.");
        complaints.text(prefix + "company", company);
        complaints.required(prefix + "line1", line1, "Give the street and the number.");
        complaints.text(prefix + "line2", line2);
        complaints.text(prefix + "postcode", postcode);
        complaints.required(prefix + "city", city, "Give the town.");
        complaints.text(prefix + "region", region);
        if (!COUNTRIES.contains(country)) {
            complaints.add(prefix + "country", "Choose a country.");
        }
    }

    /** The country's name in that language. */
    public String countryName(Locale locale) {
        return new Locale.Builder().setRegion(country).build().getDisplayCountry(locale);
    }

    /** As it stands on a parcel, line by line. */
    public List<String> lines(Locale locale) {
        String town = Stream.of(postcode, city).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return Stream.of(name, company, line1, line2, town, region, countryName(locale))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** All countries that there are, by their codes. */
    public static List<String> countries() {
        return Arrays.stream(Locale.getISOCountries()).sorted().toList();
    }
}
