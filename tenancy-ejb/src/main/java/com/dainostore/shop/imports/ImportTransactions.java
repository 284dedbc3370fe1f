package com.dainostore.shop.imports;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.storage.StoreFiles;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs each step of an import in a transaction of its own. */
@Stateless
@StoreScoped
@Unguarded("The work on an import is nobody's; the boundary that started it has asked.")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportTransactions {
    @Inject
    EntityManager entities;

    @EJB
    Catalog catalog;

    @EJB
    StoreFiles files;

    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    public <T> T call(Function<ImportDesk, T> step) {
        String currency = directory.settings(current.require().id()).currency();
        return step.apply(new ImportDesk(entities, catalog, files, currency));
    }
}
