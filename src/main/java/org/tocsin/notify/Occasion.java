package org.tocsin.notify;

import java.util.Locale;

/** What happened to an alert that its readers are told. */
public enum Occasion {
    OPENED(false),
    ESCALATED(false),
    CORRECTED(true),
    STOOD_DOWN(true),
    /** A number that is too implausible to be believed at once; told to coordinators only, and no alert. */
    HELD(false);

    private final boolean followsUp;

    Occasion(boolean followsUp) {
        this.followsUp = followsUp;
    }

    /** Whether it concerns those who were told before, and nobody else. */
    public boolean followsUp() {
        return followsUp;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
