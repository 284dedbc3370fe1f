package com.dainostore.admin.merchant;

import com.dainostore.admin.PasswordByLink;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.StaffAccounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Another password for whoever has the link that was mailed to them. */
@Named("merchantReset")
@RequestScoped
public class ResetPage extends PasswordByLink {
    @Inject
    StaffAccounts accounts;

    @Override
    protected Optional<String> find(String link, String host) {
        return accounts.forgetful(link, host);
    }

    @Override
    protected void follow(String link, String host, char[] chosen) {
        accounts.reset(link, host, chosen);
        Redirects.to("/merchant/sign-in?reset=1");
    }
}
