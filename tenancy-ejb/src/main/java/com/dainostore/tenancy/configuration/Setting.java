package com.dainostore.tenancy.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a store can set, each with its type, its default and who may change it. Nothing here says where the
 * store's data lies: that is the platform's alone and no store can read or set it.
 */
public enum Setting {
    CURRENCY("currency", Group.REGION, Kind.CURRENCY, "EUR", 3, "Currency", "Prices are kept in it."),
    LOCALE("locale", Group.REGION, Kind.LANGUAGE, "en", 35, "Language", "Prices and dates are written as it does."),
    TIME_ZONE("timeZone", Group.REGION, Kind.TIME_ZONE, "UTC", 60, "Time zone", ""),
    UNIT_SYSTEM("unitSystem", Group.REGION, Kind.UNITS, "metric", 20, "Units", ""),
    WEIGHT_UNIT("weightUnit", Group.REGION, Kind.WEIGHT, "kg", 20, "Weights in", ""),
    ADDITIONAL_CURRENCIES(
            "additionalCurrencies",
            Group.REGION,
            Kind.RATES,
            "",
            400,
            "Other currencies",
            "One a line, with what one unit of your own currency is worth in it: USD 1.0832."),
    STOREFRONT_NAME(
            "storefrontName", Group.SHOP, Kind.LINE, "", 120, "Name of the shop", "Empty: the name of the store."),
    TAGLINE("tagline", Group.SHOP, Kind.LINE, "", 160, "Line below the name", "What you sell, in a few words."),
    CONTACT_EMAIL("contactEmail", Group.CONTACT, Kind.EMAIL, "", 254, "E-mail for shoppers", ""),
    CONTACT_PHONE("contactPhone", Group.CONTACT, Kind.PHONE, "", 40, "Phone for shoppers", ""),
    CONTACT_ADDRESS("contactAddress", Group.CONTACT, Kind.TEXT, "", 500, "Postal address", ""),
    IMPRINT("imprint", Group.LEGAL, Kind.TEXT, "", 20_000, "Imprint", "Who runs the shop. Plain text."),
    PRIVACY("privacy", Group.LEGAL, Kind.TEXT, "", 100_000, "Privacy", "Plain text, paragraphs parted by empty lines."),
    TERMS("terms", Group.LEGAL, Kind.TEXT, "", 100_000, "Terms", ""),
    RETURNS("returns", Group.LEGAL, Kind.TEXT, "", 100_000, "Returns", ""),
    TAX_RATE(
            "taxRate",
            Group.SELLING,
            Kind.PERCENT,
            "0",
            7,
            "Tax",
            "Percent, like 20 or 8.875. It holds for all goods."),
    PRICES_INCLUDE_TAX(
            "pricesIncludeTax", Group.SELLING, Kind.YES_OR_NO, "yes", 3, "Prices include tax", "No: it comes on top."),
    PAY_BY_INVOICE("payByInvoice", Group.SELLING, Kind.YES_OR_NO, "yes", 3, "Payment by invoice", ""),
    PAY_ON_DELIVERY("payOnDelivery", Group.SELLING, Kind.YES_OR_NO, "no", 3, "Payment on delivery", ""),
    INVOICE_TEXT(
            "invoiceText",
            Group.SELLING,
            Kind.TEXT,
            "",
            2_000,
            "How to pay an invoice",
            "Stands in the confirmation of an order: your bank account and when it is due."),
    ORDER_PREFIX(
            "orderPrefix",
            Group.SELLING,
            Kind.PREFIX,
            "",
            12,
            "Before order numbers",
            "Like A- for A-1001. It holds from the next order on."),
    THEME_PRIMARY("themePrimary", Group.THEME, Kind.COLOUR, "", 7, "Buttons", "Empty: one that suits the shop's name."),
    THEME_ON_PRIMARY(
            "themeOnPrimary",
            Group.THEME,
            Kind.COLOUR,
            "",
            7,
            "Text on buttons",
            "Changed where it could not be read on the buttons."),
    THEME_SURFACE("themeSurface", Group.THEME, Kind.GROUND, "", 7, "Ground", "A light or a dark colour."),
    THEME_TEXT("themeText", Group.THEME, Kind.COLOUR, "", 7, "Text", "Moved until it can be read on the ground."),
    THEME_ACCENT("themeAccent", Group.THEME, Kind.COLOUR, "", 7, "Accents", "Marks, focus and what is on sale."),
    THEME_RADIUS("themeRadius", Group.THEME, Kind.PIXELS, "", 2, "Corners", "0 is square, 24 is round."),
    THEME_FONT("themeFont", Group.THEME, Kind.FONT, "", 20, "Letters of headings", ""),
    THEME_LOGO("themeLogo", Group.THEME, Kind.PICTURE, "", 240, "Logo", "Stands in the place of the shop's name.");

    private final String key;
    private final Group group;
    private final Kind kind;
    private final String otherwise;
    private final int longest;
    private final String label;
    private final String hint;

    /** What belongs together on a page. */
    public enum Group {
        REGION,
        SHOP,
        CONTACT,
        LEGAL,
        SELLING,
        THEME
    }

    Setting(String key, Group group, Kind kind, String otherwise, int longest, String label, String hint) {
        this.key = key;
        this.group = group;
        this.kind = kind;
        this.otherwise = otherwise;
        this.longest = longest;
        this.label = label;
        this.hint = hint;
    }

    public static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    public static List<Setting> of(Group group) {
        return Arrays.stream(values()).filter(one -> one.group == group).toList();
    }

    /** All keys, to be told to whoever named one that there is not. */
    static String known() {
        return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
    }

    /** The name in the registry and in the APIs. */
    public String key() {
        return key;
    }

    public Group group() {
        return group;
    }

    public Kind kind() {
        return kind;
    }

    /** What holds where the store has set nothing. */
    public String otherwise() {
        return otherwise;
    }

    public int longest() {
        return longest;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    /** Whether it concerns the store as a whole, so that it takes more than the right to edit settings. */
    public boolean concernsAll() {
        return this == CURRENCY;
    }

    /** The value in the one form that is kept: without space around it and with plain line ends; colours in lower case. */
    public String normal(String value) {
        String plain = value.replace("\r\n", "\n").replace('\r', '\n').strip();
        return kind == Kind.COLOUR || kind == Kind.GROUND ? plain.toLowerCase(java.util.Locale.ROOT) : plain;
    }

    /** Why a normal value cannot be set, in words for people; null where it can. */
    public @Nullable String objection(String value) {
        if (value.isEmpty()) {
            return otherwise.isEmpty() ? null : kind.objection();
        }
        if (value.length() > longest) {
            return "Use at most " + longest + " characters.";
        }
        return kind.fits(value) ? null : kind.objection();
    }
}
