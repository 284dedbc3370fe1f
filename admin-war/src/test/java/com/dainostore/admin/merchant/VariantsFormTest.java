package com.dainostore.admin.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariantsFormTest {
    private final Map<String, String> sent = new HashMap<>();

    @Test
    void valuesBecomeVariantsAtThePriceThatIsThere() {
        VariantsForm form = priced("12.90", "7");

        form = more(change(form, "option"), 0, "Size", "S, M, ,L,M");
        assertThat(labels(form)).containsExactly("S", "M", "L");
        assertThat(form.variants()).extracting(VariantsForm.Variant::price).containsOnly("12.90");
        assertThat(form.variants()).extracting(VariantsForm.Variant::stock).containsExactly("7", "0", "0");

        form = more(change(form, "option"), 1, "Colour", "Opal\nSmoke");
        assertThat(labels(form))
                .containsExactly("S / Opal", "S / Smoke", "M / Opal", "M / Smoke", "L / Opal", "L / Smoke");
    }

    @Test
    void whatIsThereKeepsItsIdentityWhenValuesAreAddedAndTakenAway() {
        VariantsForm form = sizes("S", "M");
        form = new VariantsForm(
                form.options(),
                form.variants().stream()
                        .map(one -> new VariantsForm.Variant(
                                "id-" + one.choice().get(0), one.choice(), "7", "1", "", "3", "SKU", "", Care.USUAL))
                        .toList());

        form = more(form, 0, "Size", "XL");
        assertThat(form.variants()).extracting(VariantsForm.Variant::id).containsExactly("id-0", "id-1", "");
        assertThat(form.variants()).extracting(VariantsForm.Variant::seen).containsExactly("7", "7", "");

        form = change(form, "no-value:0:0");
        assertThat(labels(form)).containsExactly("M", "XL");
        assertThat(form.variants()).extracting(VariantsForm.Variant::id).containsExactly("id-1", "");
    }

    @Test
    void aRemovedOptionLeavesOneVariantOfEach() {
        VariantsForm form = more(change(sizes("S", "M"), "option"), 1, "Colour", "Opal, Smoke");

        assertThat(labels(change(form, "no-option:1"))).containsExactly("S", "M");
        assertThat(labels(change(change(form, "no-option:0"), "no-option:0"))).containsExactly("The product");
    }

    @Test
    void aRemovedCombinationIsMissingAndCanComeBack() {
        VariantsForm form = more(change(sizes("S", "M"), "option"), 1, "Colour", "Opal, Smoke");
        form = change(form, "no-variant:1");

        assertThat(labels(form)).containsExactly("S / Opal", "M / Opal", "M / Smoke");
        assertThat(form.getMissing()).isEqualTo(1);
        assertThat(labels(change(form, "missing"))).containsExactly("S / Opal", "S / Smoke", "M / Opal", "M / Smoke");
    }

    @Test
    void theLastVariantAndItsLastValueStay() {
        VariantsForm form = sizes("S");

        assertThat(change(form, "no-variant:0")).isEqualTo(form);
        assertThat(labels(change(form, "no-value:0:0"))).containsExactly("–");
    }

    @Test
    void oneAmountIsSetForAllAndWhatIsLeftEmptyStays() {
        sent.putAll(Map.of("all-price", "20", "all-former", " ", "all-stock", "4"));

        assertThat(change(sizes("S", "M"), "fill").variants())
                .extracting(VariantsForm.Variant::price, VariantsForm.Variant::former, VariantsForm.Variant::stock)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("20", "", "4"));
    }

    @Test
    void noButtonMakesMoreVariantsThanAProductMayHave() {
        String many = IntStream.range(0, 20).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        VariantsForm form = change(sizes(many.split(",")), "option");

        assertThatThrownBy(() -> more(form, 1, "Colour", many)).isInstanceOf(ValidationException.class);
    }

    @Test
    void savingTakesWhatWasTypedButNotAddedAndLeavesOutWhatWasNeverTyped() {
        VariantsForm form = change(change(priced("5", "0"), "option"), "option");
        form = typedMore(form, 0, "Size", "S, M");

        assertThat(labels(form.complete())).containsExactly("S", "M");
        assertThat(form.complete().options()).hasSize(1);
    }

    @Test
    void savingKeepsTheOrderOfTheVariants() {
        VariantsForm form = sizes("S", "M", "L");
        VariantsForm turned = new VariantsForm(
                form.options(),
                List.of(
                        form.variants().get(2),
                        form.variants().get(0),
                        form.variants().get(1)));

        assertThat(labels(turned.complete())).containsExactly("L", "S", "M");
    }

    @Test
    void whatThePageSendsIsTheSameForm() {
        VariantsForm form = more(change(sizes("S", "M"), "option"), 1, "Colour", "Opal, Smoke");
    }

    @Test
    void whatNobodysPageSendsMakesNoHarm() {
        sent.putAll(Map.of("options", "99999", "variants", "-1"));
        assertThat(typed()).isEqualTo(VariantsForm.ONE);

        sent.putAll(Map.of(
                "options", "1", "option-0", "Size", "option-0-values", "1", "variants", "1", "variant-0", "x 9.9.-3"));
        assertThat(typed().variants().get(0).choice()).containsExactly(-1);
        sent.put("variant-0", "x 0 many");
        assertThat(typed().variants().get(0).seen()).isEmpty();
        for (String change : List.of(
                "",
                "no-value:7:7",
                "no-value:0:-1",
                "no-option:9",
                "values:x",
                "values",
                "no-variant:9",
                "option:1:2",
                "::")) {
            change(typed(), change).complete();
        }
    }

    private VariantsForm typed() {
        return VariantsForm.typed(sender());
    }

    private UnaryOperator<String> sender() {
        return field -> sent.getOrDefault(field, "");
    }

    private VariantsForm change(VariantsForm form, String change) {
        return form.after(change, sender());
    }

    private static VariantsForm priced(String price, String stock) {
        return new VariantsForm(
                List.of(), List.of(new VariantsForm.Variant("", List.of(), "", price, "", stock, "", "", Care.USUAL)));
    }

    private VariantsForm sizes(String... values) {
        return more(change(priced("1", "0"), "option"), 0, "Size", String.join(",", values));
    }

    private VariantsForm more(VariantsForm form, int option, String name, String values) {
        return change(typedMore(form, option, name, values), "values:" + option);
    }

    private static VariantsForm typedMore(VariantsForm form, int option, String name, String more) {
        List<VariantsForm.Option> options = new java.util.ArrayList<>(form.options());
        options.set(
                option, new VariantsForm.Option(name, form.options().get(option).values(), more));
        return new VariantsForm(options, form.variants());
    }

    private static List<String> labels(VariantsForm form) {
        return form.variants().stream().map(form::label).toList();
    }

    /** What a browser sends of the page that shows this form. */
    private static UnaryOperator<String> fields(VariantsForm form) {
        Map<String, String> fields = new HashMap<>();
        fields.put("options", String.valueOf(form.options().size()));
        fields.put("variants", String.valueOf(form.variants().size()));
        for (int i = 0; i < form.options().size(); i++) {
            VariantsForm.Option option = form.options().get(i);
            fields.put("option-" + i, option.name());
            fields.put("option-" + i + "-values", String.valueOf(option.values().size()));
            for (int j = 0; j < option.values().size(); j++) {
                fields.put("option-" + i + "-value-" + j, option.values().get(j));
            }
        }
        for (int i = 0; i < form.variants().size(); i++) {
            VariantsForm.Variant variant = form.variants().get(i);
            fields.put("variant-" + i, variant.getKey());
            fields.put("variant-" + i + "-price", variant.price());
            fields.put("variant-" + i + "-stock", variant.stock());
        }
        return field -> fields.getOrDefault(field, "");
    }
}
