package org.tocsin.collect.t4p;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Period;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/**
 * The days of one file in their order.
 *
 * <p>What is said is told by who says it. What Tech for Palestine puts into a gap is told apart from it, as an estimate, and only
 * where it moves: the same total once more is carried forward and stated by nobody.
 */
final class Days {
    /** From where the totals of Gaza and the West Bank count; for Lebanon no start is said. */
    private static final LocalDate SINCE = LocalDate.parse("2023-10-07");

    private static final URI PAGE = URI.create("https://data.techforpalestine.org/docs/datasets/");

    private final Theatre theatre;
    private final Document document;
    private final Intake intake;
    private final Map<Counter, BigDecimal> extended = new EnumMap<>(Counter.class);
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    Days(Theatre theatre, Document document, Intake intake) {
        this.theatre = theatre;
        this.document = document;
        this.intake = intake;
    }

    /** @throws InvalidFigureException if nothing of the day can be told */
    void tell(Row row) {
        LocalDate day = Period.day(row.date("report_date")).end();
        Optional<Attribution> speaker = Speaker.of(theatre, row);
        for (Counter counter : Counter.values()) {
            tell(row, counter, day, speaker);
        }
        Row verified = row.child("verified");
        if (verified.node().isObject()) {
            for (Counter counter : Counter.values()) {
                state(verified, counter, counter.field(), day, Speaker.VERIFIED);
            }
        }
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
    }

    /** The days told; empty if none was. */
    Optional<Period> span() {
        return first == null || last == null ? Optional.empty() : Optional.of(new Period(first, last));
    }

    private void tell(Row row, Counter counter, LocalDate day, Optional<Attribution> speaker) {
        String field = row.node().has(counter.ofPhase()) ? counter.ofPhase() : counter.field();
        boolean said = speaker.isPresent() && row.findText(field).isPresent();
        if (said) {
            state(row, counter, field, day, speaker.get());
        }
        Optional<BigDecimal> now = number(row, counter.extended());
        now.ifPresent(total -> {
            @Nullable BigDecimal before = extended.put(counter, total);
            boolean moved = before == null || total.compareTo(before) != 0;
            if (moved && !said) {
                state(row, counter, counter.extended(), day, Speaker.FILLED);
            }
        });
    }

    private void state(Row row, Counter counter, String field, LocalDate day, Attribution speaker) {
        number(row, field).ifPresent(total -> {
            String part = row.at().endsWith("/verified") ? "verified " + field : field;
            Line line = new Line(
                    speaker,
                    new Measure(counter.metric(), counter.unit(), Kind.CUMULATIVE),
                    counter.population(),
                    Cause.CONFLICT,
                    field.equals(counter.ofPhase()) ? "phase " + row.text("phase") : counter.category(),
                    null);
            intake.figure(new Figure(
                    SeriesKey.total(line, theatre.place()),
                    SourceRecord.of(theatre.code() + ":" + day, part),
                    new Statement(
                            new Period(theatre == Theatre.LEBANON ? day : SINCE, day),
                            Quantity.of(total, Qualifier.EXACT),
                            Status.PROVISIONAL,
                            Event.NONE),
                    new Provenance(PAGE, day, document.sha256(), row.pointer(field))));
        });
    }

    /** A wrong number is told alone, and the others of its day stand. */
    private Optional<BigDecimal> number(Row row, String field) {
        try {
            return row.findCount(field).filter(total -> {
                Quantity.of(total, Qualifier.EXACT);
                return true;
            });
        } catch (InvalidFigureException e) {
            intake.rejected(row.pointer(field), field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
