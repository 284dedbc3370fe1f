package com.dainostore.admin;

import com.dainostore.tenancy.door.Passage;
import com.dainostore.tenancy.door.SessionCookie;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way into a console: e-mail, password and the code of a second factor, then on to where somebody wanted to go. */
public abstract class SignInForm {
    private static final Map<String, String> FIELDS = Map.of("email", "email", "password", "password");

    private final Realm realm;
    private final SessionCookie cookie;

    @Inject
    FormErrors errors;

    @Inject
    HttpServletRequest request;

    private String email = "";
    private String password = "";
    private String code = "";
    private Optional<String> next = Optional.empty();

    /** @param cookie what carries the session of this console */
    protected SignInForm(Realm realm, SessionCookie cookie) {
        this.realm = realm;
        this.cookie = cookie;
    }

    /** Makes a session and returns its token; refuses who may not come in. */
    protected abstract String open(String name, char[] secret, String secondFactor, String host, String agent);

    @PostConstruct
    void read() {
        next = realm.destination(request.getParameter("next"));
    }

    /** Signs in; stays on the page where that is refused. */
    public @Nullable String enter() {
        return errors.guard(FIELDS, this::open);
    }

    private String open() {
        if (email.isBlank() || password.isEmpty()) {
            throw new ValidationException(
                    email.isBlank() ? "email" : "password",
                    email.isBlank() ? "Enter your e-mail address." : "Enter your password.");
        }
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        String token =
                open(email, password.toCharArray(), code, Passage.of(request).host(), agent);
        FacesContext faces = FacesContext.getCurrentInstance();
        cookie.set(request, (HttpServletResponse) faces.getExternalContext().getResponse(), token);
        Redirects.to(next.orElse(realm.home()));
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

    /** The code of the second factor, for those who have set one up. */
    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
