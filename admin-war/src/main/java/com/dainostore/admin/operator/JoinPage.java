package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.door.Passage;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Operators;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An invitation, followed by its link: a name and a password, then the sign-in. */
@Named("joinPage")
@RequestScoped
public class JoinPage {
    @Inject
    Operators operators;

    @Inject
    FormErrors errors;

    @Inject
    Parameters parameters;

    @Inject
    HttpServletRequest request;

    private Optional<String> email = Optional.empty();
    private String name = "";
    private String password = "";
    private String repeated = "";

    @PostConstruct
    void read() {
        email = operators.invited(getLink(), host());
    }

    /** Whether the link works; everything else is told of no one. */
    public boolean isAlive() {
        return email.isPresent();
    }

    public String getEmail() {
        return email.orElse("");
    }

    public String getLink() {
        return parameters.text("link");
    }

    public @Nullable String join() {
        return errors.guard(Map.of("name", "name", "password", "new-password", "repeated", "repeated-password"), () -> {
            if (!password.equals(repeated)) {
                throw new ValidationException("repeated", "This is not the same password as above.");
            }
            operators.join(getLink(), host(), name, password.toCharArray());
            Redirects.to("/operator/sign-in?joined=1");
            return "";
        });
    }

    private String host() {
        return Passage.of(request).host();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
