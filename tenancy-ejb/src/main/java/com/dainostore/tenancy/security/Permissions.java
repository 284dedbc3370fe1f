package com.dainostore.tenancy.security;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody may do in each area of a store; nothing where no level is named. As text, {@code catalog:edit orders:view}.
 *
 * @param levels without areas of which the level is none
 */
public record Permissions(Map<Area, Level> levels) {
    public static final Permissions NOTHING = new Permissions(Map.of());

    public Permissions {
        levels = levels.entrySet().stream()
                .filter(entry -> entry.getValue() != Level.NONE)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Permissions everywhere(Level level) {
        return new Permissions(Arrays.stream(Area.values()).collect(Collectors.toMap(area -> area, area -> level)));
    }

    /** What the text says; words that this version does not know allow nothing. */
    static Permissions parse(String text) {
        Map<Area, Level> levels = new EnumMap<>(Area.class);
        for (String word : text.split(" ", -1)) {
            String[] parts = word.split(":", 2);
            Area.ofCode(parts[0])
                    .ifPresent(area -> levels.put(
                            area, parts.length == 2 ? Level.ofCode(parts[1]).orElse(Level.NONE) : Level.NONE));
        }
        return new Permissions(levels);
    }

    Permissions with(Area area, Level level) {
        Map<Area, Level> changed = new EnumMap<>(Area.class);
        changed.putAll(levels);
        changed.put(area, level);
        return new Permissions(changed);
    }

    /** What is left of these under a token with such scopes. */
    Permissions within(Set<String> scopes) {
        Map<Area, Level> left = new EnumMap<>(Area.class);
        levels.forEach((area, level) -> left.put(area, within(scopes, area, level)));
        return new Permissions(left);
    }

    private static Level within(Set<String> scopes, Area area, Level level) {
        if (!scopes.contains(area.scope(Level.VIEW))) {
            return Level.NONE;
        }
        return level.covers(Level.EDIT) && !scopes.contains(area.scope(Level.EDIT)) ? Level.VIEW : level;
    }

    public Level level(Area area) {
        return levels.getOrDefault(area, Level.NONE);
    }

    public boolean allow(Area area, Level action) {
        return level(area).covers(action);
    }

    /** Whether these allow all that the others do. */
    public boolean cover(Permissions others) {
        return Arrays.stream(Area.values()).allMatch(area -> allow(area, others.level(area)));
    }

    /** All scopes that a token under these can make use of. */
    public Set<String> scopes() {
        return Arrays.stream(Area.values()).flatMap(this::scopes).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> scopes(Area area) {
        return Stream.of(Level.VIEW, Level.EDIT)
                .filter(action -> allow(area, action))
                .map(area::scope);
    }

    @Override
    public String toString() {
        return Arrays.stream(Area.values())
                .filter(levels::containsKey)
                .map(area -> area.code() + ":" + level(area).code())
                .collect(Collectors.joining(" "));
    }
}
