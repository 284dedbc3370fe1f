package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.provisioning.Operation;
import com.dainostore.tenancy.provisioning.ProvisionStore;
import com.dainostore.tenancy.provisioning.Provisioning;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Passwords;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form for a new store. Its key makes sure that one form asks for one store, however often it is sent. */
@Named("newStore")
@RequestScoped
public class NewStorePage {
    private static final Map<String, String> FIELDS = Map.of(
            "name", "name",
            "handle", "handle",
            "admin.email", "owner",
            "admin.password", "owner-password",
            "domain", "domain",
            "settings.currency", "currency");

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    Provisioning provisioning;

    @Inject
    Passwords passwords;

    private String key = "";
    private String name = "";
    private String handle = "";
    private String owner = "";
    private String ownerPassword = "";
    private String domain = "";
    private String currency = "EUR";

    /** A currency as the form offers it. */
    public record Choice(String code, String name) {}

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        key = parameters.text("key");
        name = parameters.text("name");
        handle = parameters.text("handle");
        owner = parameters.text("owner");
        domain = parameters.text("domain");
        currency = Optional.of(parameters.text("currency"))
                .filter(text -> !text.isEmpty())
                .orElse("EUR");
    }

    /** Asks for the store and goes on to where its making can be watched. */
    public @Nullable String create() {
        String outcome = errors.guard(FIELDS, this::request);
        if (outcome == null) {
            key = "";
        }
        return outcome;
    }

    private String request() {
        String operator = person.requireOperator(Scopes.PLATFORM_WRITE).email();
        Optional<String> password = Optional.of(ownerPassword).filter(text -> !text.isEmpty());
        password.ifPresent(text -> passwords.check("admin.password", text.toCharArray()));
        ProvisionStore wish = new ProvisionStore(
                handle.strip().toLowerCase(Locale.ROOT),
                name.strip(),
                "standard",
                "local",
                Optional.of(domain.strip()).filter(text -> !text.isEmpty()),
                owner.strip(),
                password.map(text -> passwords.hash(text.toCharArray())),
                Map.of("currency", currency));
        Operation operation = provisioning.request(wish, "console " + getKey(), operator);
        Redirects.to("/operator/operation?id=" + operation.id());
        return "";
    }

    public String getKey() {
        if (!key.matches("[0-9a-f-]{36}")) {
            key = UUID.randomUUID().toString();
        }
        return key;
    }

    public List<Choice> getCurrencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getDefaultFractionDigits() >= 0
                        && !one.getDisplayName(Locale.ENGLISH).contains("("))
                .map(one -> new Choice(one.getCurrencyCode(), one.getDisplayName(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Choice::code))
                .toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getOwnerPassword() {
        return ownerPassword;
    }

    public void setOwnerPassword(String ownerPassword) {
        this.ownerPassword = ownerPassword;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }
}
