package org.tocsin.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A figure that waits no more.
 *
 * @param figure the public name it has if it was believed
 */
public record EndedHold(HeldStatement held, FigureId figure, Ending ending) {
    /**
     * How its wait ended.
     *
     * @param as {@code released}, {@code dropped} or {@code superseded}
     * @param by {@code sweep}, {@code merge} or the name of who decided
     * @param because {@code waited}, {@code repeated}, {@code other_source} or the words of who decided; null where its source
     *     has put another figure in its place
     */
    public record Ending(
            Instant at, String as, String by, @Nullable String because) {
        /** Whether time or a later figure ended it, and no person. */
        public boolean byItself() {
            return by.equals("sweep") || by.equals("merge");
        }
    }
}
