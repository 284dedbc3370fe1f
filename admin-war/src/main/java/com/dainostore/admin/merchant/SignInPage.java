package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Realm;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.door.Passage;
import com.dainostore.tenancy.door.SessionCookie;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.StaffSessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way into a store's console, at the store's own address. */
@Named("staffSignIn")
@RequestScoped
public class SignInPage {
    @Inject
    StaffSessions sessions;

    @Inject
    FormErrors errors;

    @Inject
    HttpServletRequest request;

    private String email = "";
    private String password = "";
    private String code = "";
    private Optional<String> next = Optional.empty();

    @PostConstruct
    void read() {
        next = Realm.MERCHANT.destination(request.getParameter("next"));
    }

    /** Signs in; stays on the page where that is refused. */
    public @Nullable String enter() {
        return errors.guard(Map.of("email", "email", "password", "password", "code", "code"), this::open);
    }

    private String open() {
        if (email.isBlank() || password.isEmpty()) {
            throw new ValidationException(
                    email.isBlank() ? "email" : "password",
                    email.isBlank() ? "Enter your e-mail address." : "Enter your password.");
        }
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        String token = sessions.open(
                email, password.toCharArray(), code, Passage.of(request).host(), agent);
        FacesContext faces = FacesContext.getCurrentInstance();
        SessionCookie.STAFF.set(
                request, (HttpServletResponse) faces.getExternalContext().getResponse(), token);
        Redirects.to(next.orElse(Realm.MERCHANT.home()));
        return "";
    }

    /** Where to go on after the sign-in, to be sent with the form. */
    public String getNext() {
        return next.orElse("");
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

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
