package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.crisis.Headline;
import org.tocsin.figure.Metric;
import org.tocsin.notify.Notice;
import org.tocsin.series.Belief;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.Selection;
import org.tocsin.series.SeriesStore;

/** The standing picture of a crisis: its stocks as last stated by its headline sources, each with its day. */
public final class StandingPicture {
    private static final List<Metric> SHOWN = List.of(Metric.IDPS, Metric.PEOPLE_IN_NEED, Metric.FUNDING_COVERAGE);

    private final SeriesStore series;
    private final Headline headline;

    public StandingPicture(SeriesStore series, Headline headline) {
        this.series = series;
        this.headline = headline;
    }

    /** What stood on {@code day} besides {@code told}; a metric nobody stated is left out. */
    public List<Notice.Standing> of(Scope scope, Metric told, LocalDate day) {
        List<Notice.Standing> standing = new ArrayList<>();
        for (Metric metric : SHOWN) {
            if (metric != told) {
                last(scope, metric, day).ifPresent(standing::add);
            }
        }
        return standing;
    }

    private Optional<Notice.Standing> last(Scope scope, Metric metric, LocalDate day) {
        Optional<LineRef> line = headline.choose(metric, series.lines(scope, Selection.of(metric)));
        if (line.isEmpty()) {
            return Optional.empty();
        }
        List<Belief> said = series.statements(line.get(), scope, day, null).stream()
                .filter(belief -> belief.value() != null)
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(standing(line.get(), said.get(said.size() - 1)));
    }

    private Notice.Standing standing(LineRef line, Belief said) {
        BigDecimal value = said.value();
        return new Notice.Standing(
                line.line().measure().metric(),
                line.line().measure().unit(),
                new org.tocsin.figure.Quantity(
                        value, said.low(), said.high(), said.told().qualifier()),
                said.period().end(),
                series.source(line.line().attribution().source()).name());
    }
}
