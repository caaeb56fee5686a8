package org.tocsin.alert;

import java.util.Locale;

/** Where an episode stands. */
public enum AlertState {
    PENDING_REVIEW(true),
    OPEN(true),
    ESCALATED(true),
    CORRECTED(true),
    STOOD_DOWN(false),
    REJECTED(false),
    ARCHIVED(false),
    EXPIRED(false);

    private final boolean open;

    AlertState(boolean open) {
        this.open = open;
    }

    /** Whether the episode goes on: of its key there is no other one. */
    public boolean isOpen() {
        return open;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AlertState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
