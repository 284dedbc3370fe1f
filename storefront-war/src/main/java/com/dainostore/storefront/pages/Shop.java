package com.dainostore.storefront.pages;

import com.dainostore.shop.currencies.Conversion;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.theme.Art;
import com.dainostore.shop.theme.Theme;
import com.dainostore.shop.theme.ThemeTokens;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.registry.StoreSettings;
import com.dainostore.tenancy.scope.Store;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What every page of a store shows of it: its name, its language and its look. */
public record Shop(
        Store store,
        Locale locale,
        String currency,
        Theme look,
        Assets assets,
        SettingValues settings,
        Conversion conversion,
        List<Conversion> currencies) {

    static Shop of(
            Store store, StoreSettings essentials, SettingValues settings, List<Conversion> currencies, Assets assets) {
        return new Shop(
                store,
                essentials.locale(),
                essentials.currency(),
                Theme.of(store.handle(), ThemeTokens.of(settings)),
                assets,
                settings,
                Conversion.none(essentials.currency()),
                currencies);
    }

    /** The same shop with its prices in another currency. */
    Shop in(Conversion other) {
        return new Shop(store, locale, currency, look, assets, settings, other, currencies);
    }

    /** The same shop with its prices in the currency that it is paid in. */
    Shop inItsCurrency() {
        return conversion.own() ? this : in(Conversion.none(currency));
    }

    public String name() {
        return settings.find(Setting.STOREFRONT_NAME).orElse(store.name());
    }

    /** Where the logo is, or null where there is none. */
    public @Nullable String logo() {
        return settings.find(Setting.THEME_LOGO)
                .map(picture -> "/media/" + picture + "?w=640")
                .orElse(null);
    }

    /** What stands below the name, or null. */
    public @Nullable String tagline() {
        return settings.find(Setting.TAGLINE).orElse(null);
    }

    public @Nullable String email() {
        return settings.find(Setting.CONTACT_EMAIL).orElse(null);
    }

    public @Nullable String phone() {
        return settings.find(Setting.CONTACT_PHONE).orElse(null);
    }

    /** The phone number as {@code tel:} addresses take it (RFC 3966). */
    public String phoneAddress() {
        return settings.get(Setting.CONTACT_PHONE).replaceAll("[^+0-9]", "");
    }

    /** The lines of the postal address, none where there is none. */
    public List<String> address() {
        return settings.get(Setting.CONTACT_ADDRESS).lines().toList();
    }

    /** The texts that the shop has, for the footer. */
    public List<LegalText> legalTexts() {
        return LegalText.of(settings);
    }

    /** A price as shoppers read it. */
    String price(Money price) {
        return conversion.of(price).format(locale);
    }

    /** The former price as shoppers read it, or null where there is none or none that they would notice. */
    @Nullable
    String former(Money price, @Nullable Money former) {
        Money shown = conversion.former(price, former);
        return shown == null ? null : shown.format(locale);
    }

    /** A path of this shop that keeps the currency which its prices are shown in. */
    public String path(String path) {
        return conversion.own() ? path : path + (path.contains("?") ? "&" : "?") + "currency=" + conversion.currency();
    }

    public String productsPath() {
        return path(ProductsServlet.PATH);
    }

    public String productsPath(Conversion other) {
        return in(other).productsPath();
    }

    public String lang() {
        return locale.toLanguageTag();
    }

    /** The language and the country as the Open Graph protocol writes them: {@code de_DE}. */
    public String openGraphLocale() {
        return locale.getCountry().isEmpty() ? locale.getLanguage() : locale.getLanguage() + "_" + locale.getCountry();
    }

    /** The direction of writing, for the {@code dir} attribute. */
    public String direction() {
        return switch (locale.getLanguage()) {
            case "ar", "fa", "he", "ur", "yi" -> "rtl";
            default -> "ltr";
        };
    }

    /** The currency by its name in the store's language and its code: "Euro (EUR)". */
    public String currencyName() {
        String shown = conversion.currency();
        return Currency.getInstance(shown).getDisplayName(locale) + " (" + shown + ")";
    }

    public String themeStyle() {
        return assets.themeStyle(look);
    }

    public String icon() {
        return assets.icon(look);
    }

    public Art scene() {
        return Art.scene(look, store.handle());
    }
}
