package com.dainostore.admin.merchant;

import com.dainostore.admin.PasswordByLink;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.StaffAccounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** An invitation to the team of a store, followed by its link: a name and a password. */
@Named("merchantJoin")
@RequestScoped
public class JoinPage extends PasswordByLink {
    @Inject
    StaffAccounts accounts;

    private String name = "";

    @Override
    protected Optional<String> find(String link, String host) {
        return accounts.invited(link, host);
    }

    @Override
    protected void follow(String link, String host, char[] chosen) {
        accounts.join(link, host, name, chosen);
        Redirects.to("/merchant/sign-in?joined=1");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
