package com.dainostore.tenancy.security;

/** What somebody is in a store: one of the five that every store has, or one that the store made for itself. */
public sealed interface Role permits FixedRole, CustomRole {

    /** Names it in answers and commands: the word of a fixed role, the id of a custom one. */
    String key();

    /** What people call it. */
    String label();

    Permissions permissions();

    /** Whether this is the role of those who can do everything, and of whom a store always has one. */
    default boolean isOwner() {
        return this == FixedRole.OWNER;
    }
}
