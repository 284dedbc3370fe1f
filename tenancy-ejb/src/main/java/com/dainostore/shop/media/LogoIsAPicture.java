package com.dainostore.shop.media;

import com.dainostore.tenancy.configuration.ChangeRule;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The logo of a shop is one of its own pictures. */
@ApplicationScoped
public class LogoIsAPicture implements ChangeRule {
    private static final int ID_LENGTH = 36;

    @Inject
    Media media;

    @Inject
    CurrentStore current;

    @Override
    public Optional<String> objection(Store store, Setting setting, String value) {
        return setting != Setting.THEME_LOGO || value.isEmpty() || current.within(store, () -> isShown(value))
                ? Optional.empty()
                : Optional.of("This shop has no such picture. Choose one of its own.");
    }

    private boolean isShown(String value) {
        return media.picture(UUID.fromString(value.substring(0, ID_LENGTH)))
                .filter(content -> content.file().path().equals("/media/" + value))
                .isPresent();
    }
}
