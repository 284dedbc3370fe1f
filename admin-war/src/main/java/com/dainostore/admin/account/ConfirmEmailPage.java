package com.dainostore.admin.account;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.door.Passage;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.security.Operators;
import com.dainostore.tenancy.security.StaffAccounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another e-mail, confirmed by whoever got the link there, of a store's staff on the store's host and of operators on the
 * platform's; a button, because programs follow links in mails, too.
 */
@Named("confirmEmail")
@RequestScoped
public class ConfirmEmailPage {
    @Inject
    CurrentStore store;

    @Inject
    StaffAccounts staff;

    @Inject
    Operators operators;

    @Inject
    FormErrors errors;

    @Inject
    Parameters parameters;

    @Inject
    HttpServletRequest request;

    public String getLink() {
        return parameters.text("link");
    }

    public @Nullable String confirm() {
        return errors.guard(Map.of(), () -> {
            String host = Passage.of(request).host();
            boolean ofStore = store.get().isPresent();
            if (ofStore) {
                staff.confirmEmail(getLink(), host);
            } else {
                operators.confirmEmail(getLink(), host);
            }
            Redirects.to((ofStore ? "/merchant" : "/operator") + "/confirm-email?done=confirmed");
            return "";
        });
    }
}
