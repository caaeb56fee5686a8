package org.tocsin.api;

import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.List;
import org.tocsin.crisis.Comparison;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.HeadlineMark;
import org.tocsin.crisis.Trend;
import org.tocsin.crisis.TrendQuestion;
import org.tocsin.crisis.Trends;
import org.tocsin.figure.Period;
import org.tocsin.report.ChangeStatement;
import org.tocsin.report.ChangeStore;
import org.tocsin.series.Window;

/** Reads the trends a request asks for, as its reader may see them. */
record TrendReader(CrisisStore crises, Trends trends, ChangeStore changes, Discreet discreet, InstantSource clock) {
    /** What was found, and what was asked. */
    record Found(Crisis crisis, TrendQuestion question, List<Shown> trends, List<HeadlineMark> marks) {}

    /** A trend as it is shown. */
    record Shown(Trend trend, List<ShownWindow> windows) {}

    /** A window as it is shown; one that is withheld has no numbers. */
    record ShownWindow(Window window, boolean withheld) {}

    Found read(String crisisId, TrendParameters parameters, SecurityContext reader) {
        Crisis crisis = CrisisResource.find(crises, crisisId).crisis();
        TrendQuestion question = trends.settled(parameters.question(crisis, clock.instant()));
        List<Trend> found = trends.read(crisis, question);
        if (found.isEmpty()) {
            throw unknown(crisis, question);
        }
        found.forEach(trend -> discreet.checkInterval(reader, trend, question.interval()));
        return new Found(
                crisis,
                question,
                found.stream().map(trend -> shown(trend, question, reader)).toList(),
                trends.marks(crisis, question));
    }

    /** Two spans of the line that stands for a metric; days of few people are not told one by one here either. */
    ComparisonAnswer compare(String crisisId, ComparisonParameters parameters, SecurityContext reader) {
        Crisis crisis = CrisisResource.find(crises, crisisId).crisis();
        TrendQuestion question = parameters.question(clock.instant());
        Period against = parameters.against(question);
        Comparison found =
                trends.compare(crisis, question, question.span(), against).orElseThrow(() -> unknown(crisis, question));
        discreet.check(reader, found);
        List<ChangeStatement> told = changes
                .list(crisis.scope().countries(), question.known().instant())
                .stream()
                .filter(said -> said.subject().metric() == question.metric() && said.isAbout(question.span()))
                .toList();
        return ComparisonAnswer.from(crisis.id().value(), question, found, told);
    }

    private static ProblemException unknown(Crisis crisis, TrendQuestion question) {
        return ProblemException.notFound(
                "no such line of " + question.metric().code() + " in " + crisis.id() + "; /sources lists the sources");
    }

    private Shown shown(Trend trend, TrendQuestion question, SecurityContext reader) {
        return new Shown(
                trend,
                trend.windows().stream()
                        .map(window -> discreet.withholds(reader, trend, question.interval(), window)
                                ? new ShownWindow(new Window(window.period(), null, null, null, window.make()), true)
                                : new ShownWindow(window, false))
                        .toList());
    }
}
