package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Enrolment;
import com.dainostore.tenancy.security.OwnOperatorAccount;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of the operator who is signed in: begun with the password, confirmed with a first code, turned off with the
 * password. The recovery codes are shown in the answer to that code and never again.
 */
@Named("secondFactorPage")
@RequestScoped
public class SecondFactorPage {
    private static final String HERE = "/operator/second-factor";

    @Inject
    CurrentPerson person;

    @Inject
    OwnOperatorAccount own;

    @Inject
    FormErrors errors;

    private String password = "";
    private String code = "";
    private List<String> recovery = List.of();
    private Optional<Enrolment> begun = Optional.empty();
    private boolean on;

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        look();
    }

    private void look() {
        on = own.hasSecondFactor();
        begun = own.begunSecondFactor();
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
        return own.recoveryCodes();
    }

    public @Nullable String begin() {
        return errors.guard(Map.of("current", "password"), () -> {
            own.beginSecondFactor(password.toCharArray());
            Redirects.to(HERE);
            return "";
        });
    }

    /** Stays on the page: it alone shows the recovery codes. */
    public @Nullable String confirm() {
        return errors.guard(Map.of("code", "code"), () -> {
            recovery = own.confirmSecondFactor(code);
            look();
            return "";
        });
    }

    public @Nullable String remove() {
        return errors.guard(Map.of("current", "password"), () -> {
            own.removeSecondFactor(password.toCharArray());
            Redirects.to(HERE + "?done=off");
            return "";
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
