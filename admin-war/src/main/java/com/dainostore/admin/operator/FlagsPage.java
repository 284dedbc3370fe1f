package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.configuration.Flag;
import com.dainostore.tenancy.configuration.Flags;
import com.dainostore.tenancy.configuration.Rollout;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has which feature where the store has no say of its own. */
@Named("flagsPage")
@RequestScoped
public class FlagsPage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    Flags flags;

    /**
     * A flag as the page shows it.
     *
     * @param on how many stores have it by a decision of their own
     * @param off how many lack it so
     */
    public record Row(Rollout rollout, long on, long off) {
        public Flag flag() {
            return rollout.flag();
        }
    }

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
    }

    public List<Row> getRows() {
        return flags.rollouts().stream()
                .map(rollout -> {
                    Map<Boolean, Long> decided = flags.decided(rollout.flag());
                    return new Row(rollout, decided.getOrDefault(true, 0L), decided.getOrDefault(false, 0L));
                })
                .toList();
    }

    public @Nullable String roll() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        Flag flag =
                Flag.ofKey(parameters.text("flag")).orElseThrow(() -> new NotFoundException("There is no such flag."));
        return errors.guard(Map.of("percentage", "percentage-" + flag.key()), () -> {
            long percentage = parameters
                    .number("percentage")
                    .orElseThrow(() -> new ValidationException("percentage", "Use a whole number from 0 to 100."));
            flags.roll(new Rollout(flag, parameters.text("default").equals("on"), (int) Math.min(percentage, 101)));
            Redirects.to("/operator/flags?done=rolled");
            return "";
        });
    }
}
