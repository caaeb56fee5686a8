package org.tocsin.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some detectors look at beside the judged line.
 *
 * @param lines other lines as they stood at the same moment: of a second source for {@link Divergence}, of the second finding for
 *     {@link Joint}
 * @param cadence when the source has published, for {@link Stale}
 */
public record Aside(List<Evidence> lines, @Nullable Cadence cadence) {
    public Aside {
        lines = List.copyOf(lines);
    }

    public static Aside of(Evidence... lines) {
        return new Aside(List.of(lines), null);
    }

    public static Aside of(Cadence cadence) {
        return new Aside(List.of(), cadence);
    }
}
