package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.shop.catalog.CollectionRow;
import com.dainostore.shop.catalog.Collections;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The collections by title, searched by their address. */
@Named("collections")
@RequestScoped
public class CollectionsPage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @EJB
    Collections collections;

    private List<CollectionRow> rows = List.of();

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.VIEW);
        rows = collections.list(getText());
    }

    public List<CollectionRow> getRows() {
        return rows;
    }

    public String getText() {
        return parameters.text("q").strip();
    }

    /** Whether there may be more than the list shows. */
    public boolean isCut() {
        return rows.size() == Collections.MOST;
    }
}
