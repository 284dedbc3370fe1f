package com.dainostore.admin.operator;

import com.dainostore.admin.PasswordByLink;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.Operators;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Another password for whoever has the link that was mailed to them. */
@Named("resetPage")
@RequestScoped
public class ResetPage extends PasswordByLink {
    @Inject
    Operators operators;

    @Override
    protected Optional<String> find(String link, String host) {
        return operators.forgetful(link, host);
    }

    @Override
    protected void follow(String link, String host, char[] chosen) {
        operators.reset(link, host, chosen);
        Redirects.to("/operator/sign-in?reset=1");
    }
}
