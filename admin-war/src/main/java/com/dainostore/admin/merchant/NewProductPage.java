package com.dainostore.admin.merchant;

import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** A product that is not there yet. */
@Named("newProduct")
@RequestScoped
public class NewProductPage extends ProductEditor {

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.EDIT);
        begin(ProductForm.NEW, parameters::text);
    }

    public @Nullable String save() {
        return save(null, wanted -> {
            Redirects.to("/merchant/product?id=" + catalog.create(wanted).id() + "&done=created");
            return "";
        });
    }
}
