package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.identification.Claim;
import com.dainostore.tenancy.identification.StoreDomains;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names under which shoppers find the shop, and the way to a further one. */
@Named("domains")
@RequestScoped
public class DomainsPage {
    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore store;

    @Inject
    FormErrors errors;

    @EJB
    StoreDomains domains;

    private List<Claim> list = List.of();
    private String wanted = "";

    @PostConstruct
    void read() {
        person.require(Area.SETTINGS, Level.VIEW);
        list = domains.list();
    }

    public List<Claim> getList() {
        return list;
    }

    public Store getStore() {
        return store.require();
    }

    /** The domain that all other names lead to, or nothing. */
    public @Nullable Claim getPrimary() {
        return list.stream()
                .filter(claim -> claim.primary() && claim.isActive())
                .findFirst()
                .orElse(null);
    }

    public @Nullable String claim() {
        return errors.guard(Map.of("domain", "domain"), () -> {
            Redirects.to(
                    "/merchant/domain?name=" + domains.claim(wanted.strip()).domain() + "&done=claimed");
            return "";
        });
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }
}
