package com.dainostore.admin.account;

import com.dainostore.admin.FormErrors;
import com.dainostore.tenancy.security.Enrolment;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of whoever is signed in: begun with the password, confirmed with a first code, turned off with the
 * password. The recovery codes are shown in the answer to that code and never again.
 */
@Named("secondFactorPage")
@RequestScoped
public class SecondFactorPage {
    private static final String HERE = "second-factor";

    @Inject
    Own own;

    @Inject
    FormErrors errors;

    private String password = "";
    private String code = "";
    private List<String> recovery = List.of();
    private Optional<Enrolment> begun = Optional.empty();
    private boolean on;

    @PostConstruct
    void read() {
        look();
    }

    private void look() {
        on = own.account().hasSecondFactor();
        begun = own.account().begunSecondFactor();
    }

    public boolean isOn() {
        return on;
    }

    /** What is to be set up in the app; null where nothing was begun. */
    public @Nullable Enrolment getBegun() {
        return begun.orElse(null);
    }

    /** The codes of this answer alone. */
    public List<String> getRecovery() {
        return recovery;
    }

    public int getLeft() {
        return own.account().recoveryCodes();
    }

    public @Nullable String begin() {
        return errors.guard(Map.of("current", "password"), () -> {
            own.account().beginSecondFactor(password.toCharArray());
            return own.redirect(HERE);
        });
    }

    /** Stays on the page: it alone shows the recovery codes. */
    public @Nullable String confirm() {
        return errors.guard(Map.of("code", "code"), () -> {
            recovery = own.account().confirmSecondFactor(code);
            look();
            return "";
        });
    }

    public @Nullable String remove() {
        return errors.guard(Map.of("current", "password"), () -> {
            own.account().removeSecondFactor(password.toCharArray());
            return own.redirect(HERE + "?done=off");
        });
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
