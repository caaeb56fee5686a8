package org.tocsin.access;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a key is for. Roles do not contain each other, but that an admin may do everything; {@link Operation} says which
 * role may what.
 */
public enum Role {
    /** Posts figures and report texts, reads archived documents. */
    CONTRIBUTOR,
    /** Keeps crises, rules and endpoints, and handles alerts. */
    COORDINATOR,
    /** Keeps the service running: starts runs, replays deliveries. */
    OPERATOR,
    ADMIN;

    /** How the role is written in the database, on the command line and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role that is written so.
     *
     * @throws IllegalArgumentException if there is none, with those that are
     */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role '" + word + "' is none of "
                        + Arrays.stream(values()).map(Role::word).toList()));
    }
}
