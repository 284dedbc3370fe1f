package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.door.Passage;
import com.dainostore.tenancy.security.StaffAccounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another e-mail, confirmed by whoever got the link there; a button, because programs follow links in mails, too. */
@Named("merchantEmail")
@RequestScoped
public class ConfirmEmailPage {
    @Inject
    StaffAccounts accounts;

    @Inject
    FormErrors errors;

    @Inject
    HttpServletRequest request;

    public String getLink() {
        return Optional.ofNullable(request.getParameter("link")).orElse("");
    }

    public @Nullable String confirm() {
        return errors.guard(Map.of(), () -> {
            accounts.confirmEmail(getLink(), Passage.of(request).host());
            Redirects.to("/merchant/confirm-email?done=confirmed");
            return "";
        });
    }
}
