package org.tocsin.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.Alert;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Book;
import org.tocsin.alert.Decision;
import org.tocsin.alert.Due;
import org.tocsin.alert.RuleVersion;
import org.tocsin.detect.Change;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Point;
import org.tocsin.figure.Period;
import org.tocsin.series.SeriesReading;

/** Judges a due subject and takes what was found to a book: the same evaluator live, in a preview and in a backtest. */
final class Judging {
    private final EvidenceReader evidence;
    private final SeriesReading series;
    private final Book book;

    /**
     * One decision with what came of it.
     *
     * @param told what subscribers are told, in order
     */
    record Found(Decision decision, List<AlertEvent> told) {}

    Judging(EvidenceReader evidence, SeriesReading series, Book book) {
        this.evidence = evidence;
        this.series = series;
        this.book = book;
    }

    /**
     * Decides on each window of the subject that is to be judged.
     *
     * @param asOf the moment whose knowledge is read; null: what is known at {@code now}
     * @param listener told of each decision before the next one is made
     */
    void judge(Due due, RuleVersion rule, @Nullable Instant asOf, Instant now, Consumer<Found> listener) {
        Period touched = Objects.requireNonNull(due.change().days(), "the days of a due subject are known");
        EvidenceReader.Asked asked = new EvidenceReader.Asked(due.scope(), due.lineId(), due.enqueuedAt());
        for (Evidence window : evidence.read(rule.rule(), asked, due.change(), touched, asOf, now)) {
            Evidence seen = evidence.inHindsight(rule.rule(), asked, window);
            var outcome = book.take(Decision.of(rule, due.lineId(), seen));
            List<AlertEvent> told = new ArrayList<>();
            outcome.toTell().ifPresent(told::add);
            if (due.change().kind().equals(Change.SWEEP) && !Silence.isAll(rule.rule())) {
                closeIfStale(outcome.decision(), asOf, now).ifPresent(told::add);
            }
            listener.accept(new Found(outcome.decision(), told));
        }
    }

    /** An episode ends also when its line has gone quiet for longer than its source ever does. */
    private Optional<AlertEvent> closeIfStale(Decision decision, @Nullable Instant asOf, Instant now) {
        Alert open = book.findOpen(decision.key()).orElse(null);
        if (open == null || open.told().lineId() != decision.lineId()) {
            return Optional.empty();
        }
        LocalDate spoken = decision.evidence().points().stream()
                .filter(point -> point.value() != null)
                .map(Point::period)
                .map(Period::end)
                .max(LocalDate::compareTo)
                .orElse(open.told().days().end());
        int usual = series.coverage(
                        decision.evidence().subject().line().attribution().source(), asOf)
                .staleAfterDays();
        int patience = Math.max(decision.rule().rule().firing().coolDownDays(), usual);
        return ChronoUnit.DAYS.between(spoken, LocalDate.ofInstant(now, ZoneOffset.UTC)) > patience
                ? book.closeStale(open.id(), now)
                : Optional.empty();
    }
}
