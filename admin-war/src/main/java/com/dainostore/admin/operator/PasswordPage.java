package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.Operators;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new password for the operator who is signed in. After the first sign-in there is nothing else until it is done. */
@Named("passwordPage")
@RequestScoped
public class PasswordPage {
    @Inject
    Operators operators;

    @Inject
    CurrentSession current;

    @Inject
    FormErrors errors;

    private String oldPassword = "";
    private String newPassword = "";
    private String repeatedPassword = "";

    /** Whether the password has to be changed now. */
    public boolean isDemanded() {
        return current.require().mustChange();
    }

    public @Nullable String change() {
        return errors.guard(
                Map.of("current", "old-password", "wanted", "new-password", "repeated", "repeated-password"), () -> {
                    if (!newPassword.equals(repeatedPassword)) {
                        throw new ValidationException("repeated", "This is not the same password as above.");
                    }
                    operators.changePassword(
                            current.requireOperator(), oldPassword.toCharArray(), newPassword.toCharArray());
                    Redirects.to("/operator/stores?done=password");
                    return "";
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
