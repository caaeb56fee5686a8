package org.tocsin.collect;

/** Why a run was started. */
public enum RunCause {
    SCHEDULE,
    HAND,
    IMPORT,
    REREAD,
    POST;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
