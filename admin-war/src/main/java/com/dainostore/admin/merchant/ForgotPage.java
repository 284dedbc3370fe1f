package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.StaffAccounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for a mail with a link to another password; the answer is the same whether somebody has the e-mail. */
@Named("merchantForgot")
@RequestScoped
public class ForgotPage {
    @Inject
    StaffAccounts accounts;

    @Inject
    FormErrors errors;

    private String email = "";

    public @Nullable String ask() {
        return errors.guard(Map.of("email", "email"), () -> {
            if (email.isBlank()) {
                throw new ValidationException("email", "Enter your e-mail address.");
            }
            accounts.forgotten(email);
            Redirects.to("/merchant/forgot?done=asked");
            return "";
        });
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
