package com.dainostore.admin.merchant;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.DeliveryRate;
import com.dainostore.shop.orders.DeliveryRates;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The ways to deliver, in the order in which shoppers choose from them. */
@Named("delivery")
@RequestScoped
public class DeliveryPage {
    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @EJB
    DeliveryRates rates;

    private List<DeliveryRate> list = List.of();

    @PostConstruct
    void read() {
        person.require(Area.SETTINGS, Level.VIEW);
        list = rates.list();
    }

    public List<DeliveryRate> getList() {
        return list;
    }

    public String countries(DeliveryRate rate) {
        return rate.countries().isEmpty() ? "Everywhere" : Countries.text(rate.countries());
    }

    public String money(Money amount) {
        return amount.amount() == 0
                ? "Free"
                : amount.format(directory.settings(store.require().id()).locale());
    }
}
