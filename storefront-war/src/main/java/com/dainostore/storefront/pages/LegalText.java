package com.dainostore.storefront.pages;

import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text that a shop owes its shoppers, each on a page of its own; those that the merchant left empty are not there. */
public enum LegalText {
    IMPRINT(Setting.IMPRINT, "Imprint"),
    PRIVACY(Setting.PRIVACY, "Privacy"),
    TERMS(Setting.TERMS, "Terms"),
    RETURNS(Setting.RETURNS, "Returns");

    private final Setting setting;
    private final String title;

    LegalText(Setting setting, String title) {
        this.setting = setting;
        this.title = title;
    }

    static List<LegalText> of(SettingValues settings) {
        return Arrays.stream(values())
                .filter(one -> settings.find(one.setting).isPresent())
                .toList();
    }

    static Optional<LegalText> ofName(String name) {
        return Arrays.stream(values()).filter(one -> one.word().equals(name)).findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String path() {
        return LegalPage.PATH + "/" + word();
    }

    public String title() {
        return title;
    }

    Optional<String> in(SettingValues settings) {
        return settings.find(setting);
    }
}
