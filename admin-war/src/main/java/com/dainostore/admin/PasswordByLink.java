package com.dainostore.admin;

import com.dainostore.tenancy.door.Passage;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page where somebody chooses a password by a link that was mailed to them: whose link it is, while it works at this host,
 * and the password, typed twice. What the link is for says the page.
 */
public abstract class PasswordByLink {
    private static final Map<String, String> FIELDS =
            Map.of("name", "name", "password", "new-password", "repeated", "repeated-password");

    @Inject
    FormErrors errors;

    @Inject
    HttpServletRequest request;

    private Optional<String> email = Optional.empty();
    private String password = "";
    private String repeated = "";

    /** The e-mail of whoever the link was mailed to, while it works at this host. */
    protected abstract Optional<String> find(String link, String host);

    /** Follows the link with the password that was chosen, and goes on. */
    protected abstract void follow(String link, String host, char[] chosen);

    @PostConstruct
    void read() {
        email = find(getLink(), host());
    }

    /** Does what the link is for; stays on the page where that is refused. */
    public @Nullable String choose() {
        return errors.guard(FIELDS, () -> {
            if (!password.equals(repeated)) {
                throw new ValidationException("repeated", "This is not the same password as above.");
            }
            follow(getLink(), host(), password.toCharArray());
            return "";
        });
    }

    /** Whether the link works; everything else is told of no one. */
    public boolean isAlive() {
        return email.isPresent();
    }

    public String getEmail() {
        return email.orElse("");
    }

    public String getLink() {
        return Optional.ofNullable(request.getParameter("link")).orElse("").replace("\0", "");
    }

    private String host() {
        return Passage.of(request).host();
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
