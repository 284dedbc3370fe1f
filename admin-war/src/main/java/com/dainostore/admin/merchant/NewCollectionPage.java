package com.dainostore.admin.merchant;

import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** A collection that is not there yet. */
@Named("newCollection")
@RequestScoped
public class NewCollectionPage extends CollectionEditor {

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.EDIT);
        begin(CollectionForm.NEW);
    }

    public @Nullable String save() {
        return errors.guard(CollectionForm.NAMES, () -> {
            Redirects.to("/merchant/collection?id="
                    + collections.create(getForm().wanted(currency())).id() + "&done=created");
            return "";
        });
    }
}
