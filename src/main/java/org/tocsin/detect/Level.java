package org.tocsin.detect;

/** How loud a finding is, quietest first. */
public enum Level {
    WATCH,
    WARNING,
    CRITICAL;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Level of(String code) {
        return java.util.Arrays.stream(values())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is none of "
                        + java.util.Arrays.stream(values()).map(Level::code).toList()));
    }
}
