package com.dainostore.admin;

import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of an address; what makes no sense counts as not given. */
@RequestScoped
public class Parameters {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    HttpServletRequest request;

    public String text(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").replace("\0", "");
    }

    /** All values of a parameter. */
    public String[] texts(String name) {
        return Optional.ofNullable(request.getParameterValues(name)).orElseGet(() -> new String[0]);
    }

    /** A whole number that is not negative, empty where there is none. */
    public Optional<Long> number(String name) {
        String text = text(name).strip();
        return text.matches("[0-9]{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    public int page() {
        String text = text("page");
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 1;
    }

    /** The value of an enumeration that the parameter spells in lower case. */
    public <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
        String text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(java.util.Locale.ROOT).equals(text))
                .findFirst();
    }

    public Optional<StoreId> store(String name) {
        return StoreId.parse(text(name));
    }

    /** The store that the address is about. */
    public StoreId requireStore() {
        return store("id").orElseThrow(() -> new NotFoundException("There is no store with this id."));
    }

    /** The operation, job or session that the address is about. */
    public UUID requireUuid(String name) {
        return uuid(text(name)).orElseThrow(() -> new NotFoundException("There is nothing with this id."));
    }

    /** The id that a text spells, or empty. */
    public static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** All ids that the parameter names, each once; what is none is left out. */
    public Set<UUID> uuids(String name) {
        return Arrays.stream(texts(name))
                .map(Parameters::uuid)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
