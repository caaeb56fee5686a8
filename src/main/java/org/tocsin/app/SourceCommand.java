package org.tocsin.app;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Actor;
import org.tocsin.collect.Pause;
import org.tocsin.collect.Pauses;
import org.tocsin.collect.SourceStanding;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.pipeline.RunSummary;

/** {@code source list|pause|resume|reread}: how the sources stand, and what an operator does about it. */
final class SourceCommand extends ConfiguredStep {
    private static final String ACTION = "action";
    private static final String SOURCE = "source";
    private static final String RUN = "run";
    private static final String BECAUSE = "because";

    SourceCommand(PrintStream out) {
        super("source", "Says how the sources stand; pauses, resumes and rereads one", out);
    }

    @Override
    public void configure(Subparser parser) {
        Subparsers actions = parser.addSubparsers().dest(ACTION).title("what to do");
        addFileArgument(actions.addParser("list").help("list the sources and how they stand"));
        Subparser pause = one(actions.addParser("pause").help("do not ask a source by itself any more"));
        pause.addArgument("--because").required(true).help("why, for whoever wonders");
        addFileArgument(pause);
        addFileArgument(one(actions.addParser("resume").help("ask a source by itself again")));
        Subparser reread = one(actions.addParser("reread").help("read what a run archived again"));
        reread.addArgument(RUN).type(Long.class).help("number of the run");
        addFileArgument(reread);
    }

    private static Subparser one(Subparser parser) {
        parser.addArgument(SOURCE).help("a source, for example fts");
        return parser;
    }

    @Override
    void run(Building building, Namespace arguments) {
        Instant now = building.knowledge().instant();
        switch (arguments.getString(ACTION)) {
            case "pause" -> pause(building, source(building, arguments), arguments.getString(BECAUSE), now);
            case "resume" -> resume(building, source(building, arguments));
            case "reread" -> reread(building, source(building, arguments), arguments.getLong(RUN));
            default -> list(building, now);
        }
    }

    private void list(Building building, Instant now) {
        Map<SourceId, SourceStanding> standings = building.sources().all(now);
        out.printf(
                "%-12s %-15s %-7s %-12s %-22s %-7s %s%n",
                "source", "state", "failing", "content", "last good run ended", "cadence", "licence, and what else");
        for (Source source : building.wiring().stores.known().series().sources()) {
            SourceStanding standing = standings.get(source.id());
            if (standing != null) {
                out.printf(
                        "%-12s %-15s %-7d %-12s %-22s %-7s %s%n",
                        source.id(),
                        standing.state().code(),
                        standing.failures(),
                        shown(standing.clocks().contentUntil()),
                        seconds(standing.clocks().succeededAt()),
                        source.cadenceDays() + " days",
                        source.terms().licence() + about(standing));
            }
        }
    }

    private static String about(SourceStanding standing) {
        Pause pause = standing.pause();
        String paused = pause == null
                ? ""
                : "; paused at " + seconds(pause.at()) + " by " + pause.by() + ": " + pause.because();
        return (standing.lacking() == null ? "" : "; lacks " + standing.lacking()) + paused;
    }

    private void pause(Building building, SourceId source, String because, Instant now) {
        Actor by = by();
        Pauses pauses = building.wiring().stores.collected().pauses();
        Pause pause = new Pause(now, by.name(), because);
        building.wiring()
                .stores
                .access()
                .audit()
                .record(
                        by,
                        "source.pause",
                        source.value(),
                        Map.of(BECAUSE, because),
                        () -> pauses.pause(source, pause));
        out.println("paused " + source);
    }

    private void resume(Building building, SourceId source) {
        Pauses pauses = building.wiring().stores.collected().pauses();
        boolean resumed = building.wiring()
                .stores
                .access()
                .audit()
                .record(by(), "source.resume", source.value(), Map.of(), () -> pauses.resume(source));
        out.println(resumed ? "resumed " + source : source + " was not paused");
    }

    private void reread(Building building, SourceId source, long run) {
        RunSummary summary = building.wiring().steps.collect().reread(source, run);
        out.println(summary);
        if (summary.failed()) {
            throw new IllegalStateException("the run failed, see the line above");
        }
    }

    /** The source asked for, which must have declared itself. */
    private static SourceId source(Building building, Namespace arguments) {
        return building.wiring()
                .stores
                .known()
                .series()
                .source(new SourceId(arguments.getString(SOURCE)))
                .id();
    }

    private static Actor by() {
        return Actor.cli(System.getProperty("user.name", "unknown"));
    }

    private static String seconds(@Nullable Instant at) {
        return at == null
                ? "-"
                : at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
