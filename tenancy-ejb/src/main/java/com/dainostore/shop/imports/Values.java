package com.dainostore.shop.imports;

import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of one row, in the many ways that people and programs write them. What cannot be told for sure is refused. */
final class Values {
    private static final Pattern DECORATION = Pattern.compile("\\p{Sc}|[\\s\\u00a0\\u202f'’]");
    private static final Pattern WORDS = Pattern.compile("^\\p{L}+\\.?|\\p{L}+\\.?$");
    private static final Pattern NUMBER = Pattern.compile("(-?)([0-9][0-9.,]*)");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([.,][0-9]{3})+");
    private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,10})(?:[.,]0+)?");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,9}))?");
    private static final Pattern SHORTENED = Pattern.compile("[0-9]([.,][0-9]+)?E\\+[0-9]+", Pattern.CASE_INSENSITIVE);
    private static final List<String> YES = List.of("true", "yes", "y", "1", "wahr");
    private static final List<String> NO = List.of("false", "no", "n", "0", "falsch");
    private static final int SHOWN = 40;

    private final long line;

    Values(long line) {
        this.line = line;
    }

    /** An amount in the store's currency; null where nothing is said. */
    @Nullable
    Money price(String what, String text, String currency) {
        if (text.isEmpty()) {
            return null;
        }
        String plain = WORDS.matcher(DECORATION.matcher(text).replaceAll("")).replaceAll("");
        Matcher number = NUMBER.matcher(plain);
        if (!number.matches()) {
            throw bad(what, text, "is no amount");
        }
        int decimals = Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
        try {
            return Money.of(new BigDecimal(number.group(1) + plain(what, text, number.group(2), decimals)), currency);
        } catch (ArithmeticException e) {
            throw bad(what, text, "has more decimals than " + currency);
        } catch (NumberFormatException e) {
            throw bad(what, text, "is no amount");
        }
    }

    /** The number with a point before its decimals and nothing else. */
    private String plain(String what, String text, String number, int decimals) {
        int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        if (last < 0) {
            return number;
        }
        String before = number.substring(0, last);
        String after = number.substring(last + 1);
        char separator = number.charAt(last);
        boolean other = before.indexOf(separator == '.' ? ',' : '.') >= 0;
        boolean again = before.indexOf(separator) >= 0;
        if (other && !again && before.matches("[0-9]{1,3}([.,][0-9]{3})+")) {
            return withoutSeparators(before) + "." + after;
        }
        if (other || again) {
            if (again && !other && GROUPED.matcher(number).matches()) {
                return withoutSeparators(number);
            }
            throw bad(what, text, "is no amount");
        }
        if (after.length() == 3
                && decimals < 3
                && !before.equals("0")
                && GROUPED.matcher(number).matches()) {
            if (decimals == 0) {
                return before + after;
            }
            throw bad(what, text, "can be read in two ways: leave out what groups the thousands");
        }
        return after.isEmpty() ? before : before + "." + after;
    }

    private static String withoutSeparators(String number) {
        return number.replace(".", "").replace(",", "");
    }

    /** Pieces on hand, which can be less than none. */
    int stock(String text) {
        if (text.isEmpty() || text.equalsIgnoreCase("not stocked")) {
            return 0;
        }
        Matcher whole = WHOLE.matcher(Cells.unmark(text));
        if (!whole.matches()) {
            throw bad("The stock", text, "is no whole number");
        }
        long count = Long.parseLong(whole.group(1));
        if (count != (int) count) {
            throw bad("The stock", text, "is too large");
        }
        return (int) count;
    }

    int position(String text) {
        Matcher whole = WHOLE.matcher(text);
        return whole.matches() ? (int) Math.min(Math.max(Long.parseLong(whole.group(1)), 0), 100_000) : 0;
    }

    /** A weight in grams. */
    int grams(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        Matcher fraction = FRACTION.matcher(text);
        if (!fraction.matches()) {
            throw bad("The weight", text, "is no number of grams");
        }
        String decimals = fraction.group(2) == null ? "0" : fraction.group(2);
        return new BigDecimal(fraction.group(1) + "." + decimals)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    boolean flag(String what, String text, boolean usual) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return usual;
        }
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw bad(what, text, "is neither true nor false");
    }

    boolean oversell(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "deny" -> false;
            case "continue" -> true;
            default -> flag("The inventory policy", text, false);
        };
    }

    ProductStatus status(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "active" -> ProductStatus.ACTIVE;
            case "draft", "unlisted" -> ProductStatus.DRAFT;
            case "archived" -> ProductStatus.ARCHIVED;
            default -> throw bad("The status", text, "is none of active, draft and archived");
        };
    }

    /** A number that is a text: an article number, a barcode. */
    @Nullable
    String code(String what, String text) {
        String code = Cells.unmarkCode(text);
        if (SHORTENED.matcher(code).matches()) {
            throw bad(what, text, "was shortened by a spreadsheet: its last digits are lost");
        }
        return code.isEmpty() ? null : code;
    }

    BadRowException bad(String what, String text, String why) {
        return new BadRowException(line, what + " " + shown(text) + " " + why + ".");
    }

    private static String shown(String text) {
        return Optional.of(text)
                .filter(whole -> whole.length() <= SHOWN)
                .orElseGet(() -> text.substring(0, SHOWN) + "...");
    }
}
