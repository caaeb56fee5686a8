package org.tocsin.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Countries;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.SourceRecord;

/** Makes of a reviewer's verdict what is to be believed, and writes it down once. */
public final class Review {
    private static final int SUGGESTED = 5;

    private final CandidateStore candidates;
    private final EventStore events;
    private final ChangeStore changes;

    /** What became of a confirmation. */
    public enum Settled {
        /** It counts: its figure is to be merged, its change statement is kept. */
        COUNTS,
        /** A later report has said another number of the same; kept, and not merged. */
        OVERTAKEN,
        /** Somebody else decided first; nothing was written. */
        LOST
    }

    public Review(CandidateStore candidates, EventStore events, ChangeStore changes) {
        this.candidates = candidates;
        this.events = events;
        this.changes = changes;
    }

    /** Known events a candidate may belong to, the likeliest first; none where it needs none or tells no country. */
    public List<Event> suggestions(Proposal proposal) {
        if (!(proposal instanceof ProposedFigure figure) || !figure.needsEvent() || figure.country() == null) {
            return List.of();
        }
        return events.near(figure.country(), figure.period(), figure.counted().cause(), SUGGESTED);
    }

    /**
     * The verdict as it would be written down.
     *
     * @throws InvalidFigureException if something must be said or corrected first; names the field
     */
    public Confirmation prepare(Candidate candidate, Report report, Verdict.Confirm verdict, Instant at) {
        Provenance provenance = new Provenance(
                report.about().link(),
                report.about().published(),
                report.sha256(),
                candidate.excerpt().pointer());
        if (verdict.proposal() instanceof ProposedFigure figure) {
            return figure(candidate, figure, verdict, provenance, at);
        }
        if (verdict.event() != null) {
            throw new InvalidFigureException("event", "a change in percent belongs to no event");
        }
        ChangeStatement change =
                ((ProposedChange) verdict.proposal()).statement(report.about().published(), provenance);
        Candidate.Home home = new Candidate.Home(null, change.id(), "");
        return new Confirmation(candidate, ruling(verdict, home, at), null, null, change);
    }

    /** Writes a confirmation down, in the transaction of the calling step. */
    public Settled settle(Confirmation confirmed, Verdict.Confirm verdict) {
        UUID id = confirmed.candidate().id();
        if (!candidates.lock(id, verdict.version())) {
            return Settled.LOST;
        }
        if (confirmed.newEvent() != null) {
            events.add(confirmed.newEvent());
        }
        if (confirmed.change() != null) {
            changes.add(confirmed.change(), confirmed.ruling().at());
            candidates.confirm(id, Candidate.State.CONFIRMED, confirmed);
            return Settled.COUNTS;
        }
        if (candidates.isOvertaken(confirmed)) {
            candidates.confirm(id, Candidate.State.SUPERSEDED, confirmed);
            return Settled.OVERTAKEN;
        }
        candidates.confirm(id, Candidate.State.CONFIRMED, confirmed);
        candidates.supersedeOthers(confirmed);
        return Settled.COUNTS;
    }

    private Confirmation figure(
            Candidate candidate, ProposedFigure figure, Verdict.Confirm verdict, Provenance provenance, Instant at) {
        Event event = event(figure, verdict, at);
        SourceRecord record = figure.record(event);
        Candidate.Home home = new Candidate.Home(event == null ? null : event.id(), record.id(), record.part());
        return new Confirmation(
                candidate,
                ruling(verdict, home, at),
                verdict.event() instanceof Verdict.Choice.New ? event : null,
                figure.figure(event, provenance),
                null);
    }

    private @Nullable Event event(ProposedFigure figure, Verdict.Confirm verdict, Instant at) {
        Verdict.Choice choice = verdict.event();
        if (!figure.needsEvent()) {
            if (choice != null) {
                throw new InvalidFigureException("event", "a stock belongs to no event");
            }
            return null;
        }
        if (choice == null) {
            throw new InvalidFigureException(
                    "event", "must be chosen, or described: what is told of one event is never added up");
        }
        if (choice instanceof Verdict.Choice.Known known) {
            return events.find(known.id())
                    .orElseThrow(() -> new InvalidFigureException("event", "there is no event " + known.id()));
        }
        return described(figure, (Verdict.Choice.New) choice, new Event.Entry(at, verdict.by()));
    }

    private static Event described(ProposedFigure figure, Verdict.Choice.New choice, Event.Entry entry) {
        String country = Proposal.said("country", figure.country());
        Period days = figure.period();
        Event.When when = new Event.When(
                choice.starts() == null ? days.start() : choice.starts(),
                choice.ends() == null && figure.counted().kind() == org.tocsin.figure.Kind.FLOW
                        ? days.end()
                        : choice.ends());
        String name = choice.name() == null
                ? Countries.name(country, Locale.ENGLISH).orElse(country) + ", "
                        + figure.counted().cause().code() + ", " + when.starts()
                : choice.name();
        Event.Where where = new Event.Where(country, figure.where().admin1());
        return new Event(UUID.randomUUID(), name, where, when, figure.counted().cause(), entry);
    }

    private static Candidate.Ruling ruling(Verdict.Confirm verdict, Candidate.Home home, Instant at) {
        return new Candidate.Ruling(at, verdict.by(), verdict.note(), verdict.proposal(), home);
    }
}
