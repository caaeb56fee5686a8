package org.tocsin.dashboard;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Source;
import org.tocsin.series.Discretion;
import org.tocsin.series.EndedHold;
import org.tocsin.series.HeldStatement;
import org.tocsin.series.HoldStore;

/** Says what waits to be believed, and what became of what waited. */
final class HoldDesk {
    private static final int MOST_ENDED = 30;

    private final HoldStore holds;
    private final Doors.Known known;
    private final HoldWording wording;
    private final URI publicUrl;

    HoldDesk(HoldStore holds, Doors.Known known, Wording wording, URI publicUrl) {
        this.holds = holds;
        this.known = known;
        this.wording = new HoldWording(wording);
        this.publicUrl = publicUrl;
    }

    /** How many figures wait, of one crisis or of all places. */
    long waiting(@Nullable Crisis crisis) {
        return crisis == null
                ? holds.count()
                : holds.list().stream().filter(held -> concerns(crisis, held)).count();
    }

    /** Of one crisis or of all places. */
    HoldView view(@Nullable Crisis crisis) {
        List<Crisis> all = known.crises().list().stream()
                .map(CrisisStore.Versioned::crisis)
                .toList();
        return new HoldView(
                crisis == null ? null : name(crisis),
                holds.list().stream()
                        .filter(held -> concerns(crisis, held))
                        .map(held -> entry(held, all))
                        .toList(),
                holds.listEnded(MOST_ENDED).stream()
                        .filter(ended -> concerns(crisis, ended.held()))
                        .map(this::ended)
                        .toList(),
                publicUrl.resolve("/api/v1/holds/ID/decision").toString());
    }

    private static boolean concerns(@Nullable Crisis crisis, HeldStatement held) {
        return crisis == null || crisis.scope().contains(held.figure().series());
    }

    private static HoldView.Name name(Crisis crisis) {
        return new HoldView.Name(crisis.id().value(), crisis.name());
    }

    private Source source(HeldStatement held) {
        return known.series().source(held.figure().series().line().attribution().source());
    }

    private HoldView.Entry entry(HeldStatement held, List<Crisis> crises) {
        Source source = source(held);
        Instant until = held.releaseAt();
        return new HoldView.Entry(
                held.id(),
                wording.came(held, source),
                wording.words().moment(held.heldAt()),
                HoldWording.reason(held.reason()),
                until == null
                        ? "Not by itself: it waits for a coordinator."
                        : wording.words().moment(until) + ", as an unconfirmed jump, if nothing confirms it before.",
                where(held, source, crises));
    }

    private HoldView.Where where(HeldStatement held, Source source, List<Crisis> crises) {
        Figure figure = held.figure();
        boolean open = Discretion.rowsMayLeave(source);
        return new HoldView.Where(
                HoldWording.place(held, open),
                crises.stream()
                        .filter(crisis -> crisis.scope().contains(figure.series()))
                        .map(HoldDesk::name)
                        .toList(),
                open ? Wording.link(figure.provenance().link()) : "",
                open ? figure.provenance().document() : "",
                open ? figure.provenance().pointer() : "");
    }

    private HoldView.Ended ended(EndedHold ended) {
        Source source = source(ended.held());
        EndedHold.Ending ending = ended.ending();
        boolean shown = ending.as().equals("released") && Discretion.rowsMayLeave(source);
        return new HoldView.Ended(
                ended.held().id(),
                wording.came(ended.held(), source),
                wording.words().moment(ending.at()),
                HoldWording.outcome(ending),
                HoldWording.why(ending),
                HoldWording.by(ending),
                shown ? "/api/v1/figures/" + ended.figure() : "");
    }
}
