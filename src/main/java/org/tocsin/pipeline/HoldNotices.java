package org.tocsin.pipeline;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.Canonical;
import org.tocsin.detect.Level;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;
import org.tocsin.figure.Source;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Occasion;
import org.tocsin.notify.Outbox;
import org.tocsin.series.Discretion;
import org.tocsin.series.HeldStatement;
import org.tocsin.series.HoldStore;
import org.tocsin.series.SeriesStore;

/** Tells coordinators of what a merge has held back, jumps and figures of unknown places, in the transaction of that merge. */
public final class HoldNotices {
    /**
     * So many of one run are told one by one, the last held first; a source that changes its unit would else fill a mailbox. The
     * last of them says how many more there are, and all of them are listed.
     */
    private static final int MOST = 10;

    private static final String RULE = "hold";
    private static final String TITLE = "Figures wait to be believed";

    private static final Logger log = LoggerFactory.getLogger(HoldNotices.class);

    private final HoldStore holds;
    private final SeriesStore series;
    private final CrisisStore crises;
    private final Outbox outbox;
    private final URI publicUrl;

    public HoldNotices(HoldStore holds, SeriesStore series, CrisisStore crises, Outbox outbox, URI publicUrl) {
        this.holds = holds;
        this.series = series;
        this.crises = crises;
        this.outbox = outbox;
        this.publicUrl = publicUrl;
    }

    /** Tells of what a run has held back; of a value that was told already it tells nobody again. */
    void tell(long run) {
        List<HeldStatement> held = holds.listOf(run);
        int told = Math.min(held.size(), MOST);
        int messages = 0;
        for (int i = 0; i < told; i++) {
            boolean last = i == told - 1;
            messages += tell(held.get(i), last && held.size() > told ? held.size() - told : null);
        }
        log.info("held run={} figures={} messages={}", run, held.size(), messages);
    }

    private int tell(HeldStatement held, @Nullable Integer more) {
        String identity = RULE + " " + held.id();
        String value = identity + " " + held.figure().statement().quantity().value();
        UUID thread = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
        return outbox.enqueue(notice(held, thread, more), Canonical.sha256(value), List.of());
    }

    private Notice notice(HeldStatement held, UUID thread, @Nullable Integer more) {
        Figure figure = held.figure();
        Source source = series.source(figure.series().line().attribution().source());
        String reason = held.reason().equals(HeldStatement.UNKNOWN_PLACE) ? held.reason() : Reason.HELD.code();
        return new Notice(
                new Notice.Alarm(Occasion.HELD, thread, List.of(), Level.WATCH, RULE, TITLE),
                topic(figure),
                new Notice.Reading(
                        figure.statement().quantity(),
                        figure.statement().period(),
                        false,
                        null,
                        new Notice.Finding(before(held), null, null, null, reason)),
                origin(held, source),
                Notice.Background.alsoHeld(more),
                new Notice.Links(null, null, publicUrl.resolve("/holds")));
    }

    private Notice.Topic topic(Figure figure) {
        String country = figure.series().place().country();
        Scoped scoped = crises.scoped(Scoped.COUNTRY + country);
        Line line = figure.series().line();
        return new Notice.Topic(
                new Notice.Scope(null, scoped.name(), List.of(country)),
                line.measure(),
                line.population(),
                line.cause(),
                new Notice.Detail(
                        figure.statement().event().name(),
                        figure.series().place().level() > 0 ? figure.series().place() : null,
                        null));
    }

    private static Notice.@Nullable Comparison before(HeldStatement held) {
        HeldStatement.Before before = held.before();
        return before == null
                ? null
                : new Notice.Comparison(before.value(), new Period(before.day(), before.day()), false);
    }

    private static Notice.Origin origin(HeldStatement held, Source source) {
        Line line = held.figure().series().line();
        return new Notice.Origin(
                source.id(),
                source.name(),
                line.attribution().statedBy(),
                line.attribution().basis(),
                new Notice.Publication(
                        held.figure().provenance().published(),
                        held.heldAt(),
                        held.figure().provenance().link()),
                new Notice.Credit(
                        source.terms().licence(),
                        source.terms().attribution(),
                        source.terms().nonCommercial(),
                        !Discretion.rowsMayLeave(source),
                        source.terms().link()));
    }
}
