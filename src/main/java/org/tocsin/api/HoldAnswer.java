package org.tocsin.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.series.HeldStatement;

/**
 * A statement that waits to be believed.
 *
 * @param reason {@code jump} or {@code unknown_place}
 * @param releaseAt when it is let go by itself; null: only by a person
 * @param before what its series said last before its day
 */
record HoldAnswer(
        long id,
        String reason,
        Instant heldAt,
        @Nullable Instant releaseAt,
        LineAnswer line,
        FigureAnswer.Where place,
        PeriodAnswer period,
        QuantityAnswer quantity,
        HeldStatement.@Nullable Before before) {
    static HoldAnswer from(HeldStatement held) {
        return new HoldAnswer(
                held.id(),
                held.reason(),
                held.heldAt(),
                held.releaseAt(),
                LineAnswer.from(held.figure().series().line()),
                FigureAnswer.Where.from(new org.tocsin.series.HeldFigure.Where(
                        held.figure().series().place(), held.figure().series().origin())),
                PeriodAnswer.from(held.figure().statement().period()),
                QuantityAnswer.from(held.figure().statement().quantity()),
                held.before());
    }
}
