package org.tocsin.api;

import java.util.List;
import org.tocsin.crisis.CrisisPicture;
import org.tocsin.crisis.Trends;

/** Everything the REST API registers with the server: who is let in, what is answered, and how it is written. */
public final class ApiResources {
    private ApiResources() {}

    /** The components, each to be registered with Jersey; the first ones guard every other resource of the server too. */
    public static List<Object> of(Doors doors) {
        Doors.Known known = doors.known();
        Doors.Watched watched = doors.watched();
        Doors.Reported reported = doors.reported();
        Discreet discreet = new Discreet(doors.access().settings());
        CrisisPicture picture = new CrisisPicture(known.series(), known.appeals(), known.headline());
        TrendReader trends = new TrendReader(
                known.crises(),
                new Trends(known.series(), known.appeals(), known.headline()),
                reported.changes(),
                discreet,
                doors.clock());
        return List.of(
                new Entrance(doors.access().keys(), doors.access().settings(), doors.clock()),
                new KnownParameters(),
                new SecurityHeaders(),
                new ProblemMapper(),
                new AnswerWriter(),
                new CrisisResource(known.crises(), picture, watched.alerts(), doors.clock()),
                new TrendResource(trends),
                new TrendChartResource(trends),
                new ComparisonResource(trends),
                new FigureResource(known, discreet, pen(doors), doors.clock()),
                new DocumentResource(known, doors.collected().documents(), reported.reports(), discreet),
                new ReportResource(reported, discreet, doors.access().audit(), doors.clock()),
                new CandidateResource(
                        new CandidateReader(reported, known.figures()),
                        reported,
                        doors.access().audit()),
                new ChangeResource(known.crises(), reported.changes(), doors.clock()),
                new SourceResource(
                        new SourceReader(
                                known.series(),
                                doors.collected().sources().book(),
                                doors.collected().runs(),
                                doors.clock()),
                        new RunStarter(doors.collected(), doors.access()),
                        new SourcePen(
                                doors.collected().sources().pauses(),
                                doors.access().audit(),
                                doors.clock())),
                new RuleResource(
                        watched.rules(),
                        new RulePen(watched.rules(), doors.access().audit(), doors.clock())),
                new PreviewResource(watched.preview()),
                new AlertResource(
                        AlertReader.of(doors, discreet), doors.access().audit(), doors.clock()),
                new DecisionResource(watched.decisions(), known.crises()),
                new HoldResource(
                        known.held(),
                        doors.collected().documents(),
                        doors.access().audit(),
                        doors.clock()));
    }

    private static FigurePen pen(Doors doors) {
        return new FigurePen(
                doors.collected().steps().post(),
                doors.access().audit(),
                new Once(doors.access().repeats(), doors.clock()));
    }
}
