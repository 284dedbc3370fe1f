package com.dainostore.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class uses only the packages of DainoStore that the line "May use: a, b." of its package-info names. A name is a
 * sibling ({@code registry} in {@code tenancy.jobs}) or begins at the root ({@code tenancy.scope} in {@code shop.catalog});
 * {@code everything of tenancy} names all that lies there.
 */
final class PackageUse extends ArchCondition<JavaClass> {
    private static final String ROOT = "com.dainostore.";
    private static final Pattern LINE = Pattern.compile("May use: ([^.]+(?:[.]\\w[^.]*)*)[.](?:\\s|$)");
    private final Map<String, Optional<Set<String>>> allowed = new HashMap<>();

    PackageUse() {
        super("use only the packages that their package-info names");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Optional<Set<String>> mayUse = allowed.computeIfAbsent(type.getPackageName(), name -> mayUse(type));
        if (mayUse.isEmpty()) {
            events.add(SimpleConditionEvent.violated(
                    type, "The package-info of " + type.getPackageName() + " has no line \"May use: a, b.\""));
            return;
        }
        type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> isForeign(type, target))
                .filter(target -> mayUse.get().stream().noneMatch(name -> covers(name, target)))
                .distinct()
                .forEach(target -> events.add(SimpleConditionEvent.violated(
                        type,
                        type.getName() + " uses " + target.getName() + ", which its package-info does not name")));
    }

    private static boolean covers(String allowed, JavaClass target) {
        return allowed.endsWith(".")
                ? target.getPackageName().startsWith(allowed)
                : target.getPackageName().equals(allowed);
    }

    private static boolean isForeign(JavaClass type, JavaClass target) {
        return target.getPackageName().startsWith(ROOT)
                && !target.getPackageName().equals(type.getPackageName());
    }

    private static Optional<Set<String>> mayUse(JavaClass type) {
        Matcher line = LINE.matcher(Sources.packageInfo(type).replaceAll("\\s*\n \\* *", " "));
        return line.find() ? Optional.of(packages(type.getPackageName(), line.group(1))) : Optional.empty();
    }

    private static Set<String> packages(String from, String names) {
        return Stream.of(names.replaceAll("everything of (\\w+) and (\\w+)", "$1., $2.")
                        .replaceAll("everything of (\\w+)", "$1.")
                        .split("\\s*,\\s*"))
                .map(name -> name.replaceAll("\\{@code ([^}]+)}", "$1").strip())
                .map(name -> isRooted(name) ? ROOT + name : module(from) + name)
                .collect(Collectors.toSet());
    }

    private static boolean isRooted(String name) {
        return name.equals("admin") || name.matches("(tenancy|shop|storefront|admin)[.].*");
    }

    /** {@code com.dainostore.tenancy.} of {@code com.dainostore.tenancy.jobs}. */
    private static String module(String name) {
        return name.substring(0, name.indexOf('.', ROOT.length()) + 1);
    }
}
