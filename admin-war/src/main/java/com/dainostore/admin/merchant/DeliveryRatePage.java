package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.DeliveryRate;
import com.dainostore.shop.orders.DeliveryRates;
import com.dainostore.shop.orders.SaveDeliveryRate;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way to deliver; without an id in the address, a further one. */
@Named("deliveryRate")
@RequestScoped
public class DeliveryRatePage {
    private static final Map<String, String> FIELDS = Map.of(
            "name", "name",
            "amount", "amount",
            "amount.amount", "amount",
            "freeFrom", "free-from",
            "freeFrom.amount", "free-from",
            "countries", "countries");

    private static final Map<String, String> LABELS = Map.of(
            "name", "Name",
            "amount", "Price",
            "free-from", "Free from",
            "countries", "Countries");

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @EJB
    DeliveryRates rates;

    private List<DeliveryRate> all = List.of();
    private Optional<DeliveryRate> rate = Optional.empty();
    private boolean comparing;

    @PostConstruct
    void read() {
        boolean added = parameters.text("id").isEmpty();
        person.require(Area.SETTINGS, added ? Level.EDIT : Level.VIEW);
        load();
        if (!added && rate.isEmpty()) {
            throw new NotFoundException("There is no such way to deliver. It may have been deleted.");
        }
    }

    private void load() {
        Optional<UUID> id = Parameters.uuid(parameters.text("id"));
        all = rates.list();
        rate = all.stream().filter(one -> id.equals(Optional.of(one.id()))).findFirst();
    }

    /** What is saved; null where it is to be added. */
    public @Nullable DeliveryRate getSaved() {
        return rate.orElse(null);
    }

    public boolean isTyped() {
        return !parameters.text("typed").isEmpty();
    }

    /** Whether somebody else has changed it since the form was filled in. */
    public boolean isComparing() {
        return comparing;
    }

    /** The version that the form is made from. */
    public long getVersion() {
        return isTyped() && !comparing
                ? parameters.number("version").orElse(-1L)
                : rate.map(DeliveryRate::version).orElse(0L);
    }

    public String getName() {
        return isTyped()
                ? parameters.text("name")
                : rate.map(DeliveryRate::name).orElse("");
    }

    public String getAmount() {
        return isTyped()
                ? parameters.text("amount")
                : rate.map(one -> Amounts.text(one.amount())).orElse("");
    }

    public String getFreeFrom() {
        return isTyped()
                ? parameters.text("free-from")
                : rate.map(one -> Amounts.text(one.freeFrom())).orElse("");
    }

    public String getCountries() {
        return isTyped()
                ? parameters.text("countries")
                : rate.map(one -> Countries.text(one.countries())).orElse("");
    }

    /** What a colleague saved meanwhile and what was typed, where the two differ. */
    public List<Difference> getDifferences() {
        if (!comparing) {
            return List.of();
        }
        Map<String, String> theirs = rate.map(DeliveryRatePage::texts).orElse(Map.of());
        return Difference.between(
                LABELS,
                theirs,
                Map.of(
                        "name", getName(),
                        "amount", getAmount(),
                        "free-from", getFreeFrom(),
                        "countries", getCountries()));
    }

    private static Map<String, String> texts(DeliveryRate rate) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", rate.name());
        texts.put("amount", Amounts.text(rate.amount()));
        texts.put("free-from", Amounts.text(rate.freeFrom()));
        texts.put("countries", Countries.text(rate.countries()));
        return texts;
    }

    public String getCurrency() {
        return directory.settings(store.require().id()).currency();
    }

    public @Nullable String save() {
        return errors.guard(FIELDS, () -> {
            SaveDeliveryRate wanted = wanted();
            try {
                rate.ifPresentOrElse(
                        saved -> rates.update(
                                saved.id(), wanted, parameters.number("version").orElse(-1L)),
                        () -> rates.create(wanted));
            } catch (ChangedMeanwhileException e) {
                comparing = true;
                load();
                return "";
            }
            Redirects.to("/merchant/delivery?done=saved");
            return "";
        });
    }

    private SaveDeliveryRate wanted() {
        List<FieldError> wrong = new ArrayList<>();
        Optional<Money> amount = Amounts.read(parameters.text("amount"), getCurrency());
        if (amount.isEmpty()) {
            wrong.add(new FieldError("amount", Amounts.example(getCurrency()) + " 0 is free."));
        }
        String freeFrom = parameters.text("free-from").strip();
        Optional<Money> free = Amounts.read(freeFrom, getCurrency());
        if (free.isEmpty() && !freeFrom.isEmpty()) {
            wrong.add(new FieldError("freeFrom", Amounts.example(getCurrency())));
        }
        Countries.Read countries = Countries.read(parameters.text("countries"));
        countries.unknown().stream()
                .limit(1)
                .forEach(unknown -> wrong.add(new FieldError(
                        "countries", "There is no country called " + unknown + ". Try its code, like AT.")));
        if (!wrong.isEmpty()) {
            throw new ValidationException(wrong);
        }
        int position = rate.map(all::indexOf).orElse(all.size());
        return new SaveDeliveryRate(
                parameters.text("name").strip(), amount.orElseThrow(), free.orElse(null), countries.codes(), position);
    }

    /** Whether to ask before it is deleted. */
    public boolean isAsking() {
        return parameters.text("ask").equals("delete");
    }

    public @Nullable String delete() {
        return errors.guard(FIELDS, () -> {
            rates.delete(rate.orElseThrow().id(), parameters.number("version").orElse(-1L));
            Redirects.to("/merchant/delivery?done=deleted");
            return "";
        });
    }
}
