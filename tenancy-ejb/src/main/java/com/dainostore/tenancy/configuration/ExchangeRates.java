package com.dainostore.tenancy.configuration;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of other currencies one unit of the store's own is worth, as its merchant has fixed it.
 *
 * @param rates by ISO 4217 code, in the order of the merchant
 */
public record ExchangeRates(Map<String, BigDecimal> rates) {
    private static final Pattern LINE = Pattern.compile("([A-Z]{3})\\s+([0-9]{1,9}(\\.[0-9]{1,9})?)");
    private static final int MOST = 10;

    public ExchangeRates {
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
    }

    /** Reads one currency a line: {@code USD 1.0832}. A value that a {@link Setting} accepted is always readable. */
    static ExchangeRates parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("Not a list of rates"));
    }

    static boolean isWritten(String text) {
        return read(text).isPresent();
    }

    public Optional<BigDecimal> of(String currency) {
        return Optional.ofNullable(rates.get(currency));
    }

    public Set<String> currencies() {
        return rates.keySet();
    }

    private static Optional<ExchangeRates> read(String text) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        for (String line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || !Kind.isCurrency(parts.group(1))) {
                return Optional.empty();
            }
            BigDecimal rate = new BigDecimal(parts.group(2));
            if (rate.signum() == 0 || rates.put(parts.group(1), rate) != null) {
                return Optional.empty();
            }
        }
        return rates.size() > MOST ? Optional.empty() : Optional.of(new ExchangeRates(rates));
    }
}
