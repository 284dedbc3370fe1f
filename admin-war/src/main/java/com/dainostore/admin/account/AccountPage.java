package com.dainostore.admin.account;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody is called, and the e-mail they sign in with: another one counts once it is confirmed there. */
@Named("accountPage")
@RequestScoped
public class AccountPage {
    @Inject
    Own own;

    @Inject
    FormErrors errors;

    @Inject
    Parameters parameters;

    private String name = "";
    private String email = "";
    private String password = "";

    @PostConstruct
    void read() {
        name = own.account().name();
        email = parameters.text("email");
    }

    public @Nullable String getPending() {
        return own.account().pendingEmail().orElse(null);
    }

    public @Nullable String rename() {
        return errors.guard(Map.of("name", "name"), () -> {
            own.account().rename(name);
            return own.redirect("account?done=name");
        });
    }

    public @Nullable String changeEmail() {
        return errors.guard(Map.of("email", "email", "current", "password"), () -> {
            own.account().changeEmail(password.toCharArray(), email);
            return own.redirect("account?done=email");
        });
    }

    public @Nullable String keepEmail() {
        return errors.guard(Map.of(), () -> {
            own.account().keepEmail();
            return own.redirect("account?done=kept");
        });
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
