package com.dainostore.admin.merchant;

import com.dainostore.shop.imports.ImportView;
import com.dainostore.shop.imports.Imports;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The files of products that were brought in, the newest first. */
@Named("imports")
@RequestScoped
public class ImportsPage {
    @Inject
    CurrentPerson person;

    @EJB
    Imports imports;

    private List<ImportView> rows = List.of();

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.VIEW);
        rows = imports.list();
    }

    public List<ImportView> getRows() {
        return rows;
    }

    public String word(ImportView view) {
        return ImportWords.state(view.state());
    }
}
