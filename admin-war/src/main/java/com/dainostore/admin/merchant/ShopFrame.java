package com.dainostore.admin.merchant;

import com.dainostore.shop.orders.OrderDesk;
import com.dainostore.tenancy.configuration.Flag;
import com.dainostore.tenancy.configuration.Flags;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Person;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** What stands around every page of a store's console: whose store it is, and what the person may do there. */
@Named("frame")
@RequestScoped
public class ShopFrame {
    @Inject
    CurrentStore store;

    @Inject
    CurrentPerson person;

    @Inject
    Flags flags;

    @EJB
    OrderDesk orders;

    private long waiting = -1;

    public String getShop() {
        return store.require().name();
    }

    /** What colleagues call the person; the e-mail where they have not said. */
    public String getWho() {
        Staff staff = person.requireStaff();
        return staff.name().isBlank() ? staff.email() : staff.name();
    }

    public String getRole() {
        return person.requireStaff().role().label();
    }

    /** How many orders are to be sent. */
    public long getWaiting() {
        if (waiting < 0) {
            waiting = orders.waiting();
        }
        return waiting;
    }

    /** Whether the store has a feature, spelled as in the APIs: what it has not is not offered. */
    public boolean has(String flag) {
        return Flag.ofKey(flag).filter(flags::isOn).isPresent();
    }

    /** Whether the person may act so in an area, both spelled as in the roles: what is not allowed is not offered. */
    public boolean may(String area, String level) {
        Person current = person.get();
        return current instanceof Staff staff
                && staff.may(
                        Area.valueOf(area.toUpperCase(Locale.ROOT)), Level.valueOf(level.toUpperCase(Locale.ROOT)));
    }
}
