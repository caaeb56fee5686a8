package org.tocsin.figure;

import java.util.Set;

/** Why: {@code all}, {@code conflict} or {@code disaster}, optionally with a method of warfare or a hazard behind a colon. */
public record Cause(String code) {
    public static final Cause ALL = new Cause("all");
    public static final Cause CONFLICT = new Cause("conflict");
    public static final Cause DISASTER = new Cause("disaster");

    private static final Set<String> METHODS =
            Set.of("airstrike", "shelling", "ground", "explosive", "remote", "other");

    public Cause {
        if (!code.matches("all|conflict(:[a-z]+)?|disaster(:[a-z_]+)?")) {
            throw new InvalidFigureException(
                    "cause", "'" + code + "' is none of all, conflict, conflict:METHOD, disaster, disaster:HAZARD");
        }
        if (code.startsWith("conflict:") && !METHODS.contains(code.substring("conflict:".length()))) {
            throw new InvalidFigureException(
                    "cause",
                    "'" + code + "' is none of the methods "
                            + METHODS.stream().sorted().toList());
        }
    }

    /** A disaster of one hazard; the source's name of it is folded to lower case and underscores. */
    public static Cause disaster(String hazard) {
        String folded = hazard.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "_");
        return folded.isBlank() || folded.equals("_") ? DISASTER : new Cause("disaster:" + folded);
    }

    /** Whether figures of this cause belong to what {@code wider} asks for. */
    public boolean isWithin(Cause wider) {
        return wider.equals(ALL) || equals(wider) || code.startsWith(wider.code + ":");
    }
}
