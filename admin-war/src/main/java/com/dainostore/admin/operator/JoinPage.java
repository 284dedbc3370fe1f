package com.dainostore.admin.operator;

import com.dainostore.admin.PasswordByLink;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.Operators;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** An invitation, followed by its link: a name and a password, then the sign-in. */
@Named("joinPage")
@RequestScoped
public class JoinPage extends PasswordByLink {
    @Inject
    Operators operators;

    private String name = "";

    @Override
    protected Optional<String> find(String link, String host) {
        return operators.invited(link, host);
    }

    @Override
    protected void follow(String link, String host, char[] chosen) {
        operators.join(link, host, name, chosen);
        Redirects.to("/operator/sign-in?joined=1");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
