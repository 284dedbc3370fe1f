package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.VariantView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The choices of a product page. Every value of every option is a link to a variant that has it: the one that keeps all
 * other choices, or where nobody makes that one, the nearest. So the page works by address alone.
 */
public final class Options {
    private final Function<String, String> path;
    private final ProductView product;
    private final VariantView chosen;
    private final Map<List<String>, VariantView> byValues = new HashMap<>();

    /** Whether a value can be had together with the other choices. */
    public enum State {
        AVAILABLE,
        SOLD_OUT,
        MISSING
    }

    /** An option with its values. */
    public record Group(String name, String chosen, List<Choice> choices) {}

    /**
     * A value to choose.
     *
     * @param id unique on the page, and the same before and after the choice
     * @param swatch the colour it names, or null
     */
    public record Choice(
            String id,
            String value,
            String href,
            boolean chosen,
            State state,
            @Nullable String swatch) {
        /** The classes of the style sheet. */
        public String css() {
            String state =
                    switch (this.state) {
                        case AVAILABLE -> "";
                        case SOLD_OUT -> " out";
                        case MISSING -> " missing";
                    };
            return "choice" + state + (swatch == null ? "" : " dyed");
        }

        public boolean soldOut() {
            return state == State.SOLD_OUT;
        }

        public boolean missing() {
            return state == State.MISSING;
        }
    }

    private Options(Function<String, String> path, ProductView product, VariantView chosen) {
        this.path = path;
        this.product = product;
        this.chosen = chosen;
        product.variants().forEach(variant -> byValues.putIfAbsent(variant.options(), variant));
    }

    /** @param variant the id from the address; where it names no variant, the first that can be bought is chosen */
    static Options of(ProductView product, @Nullable String variant) {
        return of(product, variant, Function.identity());
    }

    /** @param path keeps what the addresses of this shop carry along */
    static Options of(ProductView product, @Nullable String variant, Function<String, String> path) {
        return new Options(
                path,
                product,
                product.variants().stream()
                        .filter(v -> v.id().toString().equals(variant))
                        .findFirst()
                        .orElseGet(() -> firstChoice(product)));
    }

    VariantView chosen() {
        return chosen;
    }

    List<Group> groups() {
        return IntStream.range(0, product.options().size())
                .mapToObj(this::group)
                .toList();
    }

    private static VariantView firstChoice(ProductView product) {
        return product.variants().stream()
                .filter(VariantView::available)
                .findFirst()
                .orElse(product.variants().get(0));
    }

    private Group group(int option) {
        ProductView.OptionView view = product.options().get(option);
        List<Choice> choices = IntStream.range(0, view.values().size())
                .mapToObj(i -> choice(option, i, view))
                .toList();
        return new Group(view.name(), chosen.options().get(option), choices);
    }

    private Choice choice(int option, int index, ProductView.OptionView view) {
        String value = view.values().get(index);
        List<String> wanted = new ArrayList<>(chosen.options());
        wanted.set(option, value);
        VariantView exact = byValues.get(wanted);
        VariantView target = exact != null ? exact : nearest(option, value);
        return new Choice(
                "choice-" + option + "-" + index,
                value,
                path.apply("?variant=" + target.id()) + "#choose",
                value.equals(chosen.options().get(option)),
                state(exact),
                Swatches.colour(view.name(), value));
    }

    private static State state(@Nullable VariantView exact) {
        if (exact == null) {
            return State.MISSING;
        }
        return exact.available() ? State.AVAILABLE : State.SOLD_OUT;
    }

    private VariantView nearest(int option, String value) {
        return product.variants().stream()
                .filter(variant -> variant.options().get(option).equals(value))
                .max(Comparator.comparing(VariantView::available).thenComparing(this::shared))
                .orElse(chosen);
    }

    private long shared(VariantView other) {
        return IntStream.range(0, chosen.options().size())
                .filter(i -> chosen.options().get(i).equals(other.options().get(i)))
                .count();
    }
}
