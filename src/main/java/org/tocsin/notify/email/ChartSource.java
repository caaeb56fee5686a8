package org.tocsin.notify.email;

import java.util.Optional;
import org.tocsin.chart.ChartFailedException;
import org.tocsin.notify.Notice;
import org.tocsin.phrase.Phrases;

/** Draws what a mail shows, in the reader's language. */
@FunctionalInterface
public interface ChartSource {
    /** For mails without pictures. */
    ChartSource NONE = (notice, phrases) -> Optional.empty();

    /**
     * A picture as PNG.
     *
     * @param alternative what it shows, for those who do not see it
     * @param width in points, to show it at
     */
    record Drawing(Png png, String alternative, int width) {}

    /** Bytes of a PNG. */
    final class Png {
        private final byte[] bytes;

        public Png(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /**
     * Empty where there is nothing to draw.
     *
     * @throws ChartFailedException when this machine cannot draw
     */
    Optional<Drawing> draw(Notice notice, Phrases phrases) throws ChartFailedException;
}
