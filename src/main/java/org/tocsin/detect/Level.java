package org.tocsin.detect;

/** How loud a finding is, quietest first. */
public enum Level {
    WATCH,
    WARNING,
    CRITICAL;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
