package com.dainostore.admin.account;

import com.dainostore.admin.FormErrors;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new password for whoever is signed in. After an operator's first sign-in there is nothing else until it is done. */
@Named("passwordPage")
@RequestScoped
public class PasswordPage {
    @Inject
    Own own;

    @Inject
    FormErrors errors;

    private String oldPassword = "";
    private String newPassword = "";
    private String repeatedPassword = "";

    /** Whether the password has to be changed now. */
    public boolean isDemanded() {
        return own.session().mustChange();
    }

    public @Nullable String change() {
        return errors.guard(
                Map.of("current", "old-password", "wanted", "new-password", "repeated", "repeated-password"), () -> {
                    if (!newPassword.equals(repeatedPassword)) {
                        throw new ValidationException("repeated", "This is not the same password as above.");
                    }
                    own.account().changePassword(oldPassword.toCharArray(), newPassword.toCharArray());
                    return own.redirect(own.isOperator() ? "stores?done=password" : "account?done=password");
                });
    }

    public String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(String password) {
        oldPassword = password;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String password) {
        newPassword = password;
    }

    public String getRepeatedPassword() {
        return repeatedPassword;
    }

    public void setRepeatedPassword(String password) {
        repeatedPassword = password;
    }
}
