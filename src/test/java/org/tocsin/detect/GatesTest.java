package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detect.Series.n;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

class GatesTest {
    private static final Rule ANY = Series.rule(new Threshold(Map.of(Level.WATCH, n("1"))), 25);
    private static final Rule RECORD = Series.rule(new RecordHigh(2, Map.of(Level.WATCH, 3), null, false), 5);
    private static final Series SPIKE = Series.killed(1, 1, 1, 1, 50);

    private static Reason judged(Rule rule, Series series) {
        return rule.judge(series.evidence()).reason();
    }

    @ParameterizedTest
    @CsvSource({"new_period, FIRED", "revised_up, FIRED", "sweep, FIRED", "backfill, BACKFILL", "held, HELD"})
    void theClassOfTheChangeDecidesWhetherAFindingIsNews(String kind, Reason reason) {
        assertThat(judged(ANY, SPIKE.after(new Change(kind, null)))).isEqualTo(reason);
    }

    @Test
    void aClaimOfAPartyFiresNothingAlone() {
        Line claimed = Line.of(
                Attribution.of(new SourceId("ministry"), Basis.CLAIMED),
                Measure.of(Metric.KILLED),
                Population.ALL,
                Cause.CONFLICT);

        assertThat(judged(ANY, SPIKE.on(claimed))).isEqualTo(Reason.CLAIMED_ONLY);
    }

    @Test
    void whatIsOlderThanTheRuleAllowsIsLate() {
        assertThat(judged(ANY, SPIKE.judgedDaysLater(90))).isEqualTo(Reason.FIRED);
        assertThat(judged(ANY, SPIKE.judgedDaysLater(91))).isEqualTo(Reason.LATE);
    }

    @Test
    void tenKilledAreBelowTheFloorWhateverTheDetectorSays() {
        assertThat(judged(ANY, Series.killed(10))).isEqualTo(Reason.BELOW_FLOOR);
        assertThat(judged(RECORD, Series.killed(1, 0))).isEqualTo(Reason.BELOW_FLOOR);
        assertThat(judged(ANY, Series.killed(25))).isEqualTo(Reason.FIRED);
    }

    @Test
    void aFindingHeldBackKeepsItsNumbers() {
        Judgement judgement =
                ANY.judge(SPIKE.after(new Change("backfill", null)).evidence());

        assertThat(judgement.level()).isNull();
        assertThat(judgement.value()).isEqualTo(n("50"));
        assertThat(judgement.threshold()).isEqualTo(n("1"));
    }

    @Test
    void aWindowWithOnlyLongerFiguresSaysSo() {
        Series unknown = Series.killed(1, null);

        assertThat(ANY.judge(unknown.evidence(0)).reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(ANY.judge(unknown.evidence(2)).reason()).isEqualTo(Reason.LONGER_THAN_WINDOW);
    }

    @ParameterizedTest
    @CsvSource({
        "revised_down, 2023-01-01, 2023-01-03, HISTORY_REVISED",
        "retracted, 2023-01-03, 2023-01-03, HISTORY_REVISED",
        "revised_down, 2023-01-03, 2023-01-04, FIRED",
        "revised_up, 2023-01-01, 2023-01-03, FIRED",
        "new_period, 2023-01-01, 2023-01-05, FIRED",
    })
    void aRecordThatExistsOnlyBecauseThePastFellIsNotTold(String kind, LocalDate from, LocalDate to, Reason reason) {
        Change change = new Change(kind, n("90"), new Period(from, to));

        assertThat(judged(RECORD, Series.killed(1, 1, 1, 1, 50).after(change))).isEqualTo(reason);
    }

    /** Five days are judged in sums of two; the third day was 60 before it fell to 1. */
    @ParameterizedTest
    @CsvSource({
        "50, 50, HISTORY_REVISED",
        "1, 50, HISTORY_REVISED",
        "1, 49, FIRED",
        "1, , FIRED",
    })
    void besideOtherNewsItIsNewsOnlyIfItRoseItself(Integer fourth, @Nullable Integer fifth, Reason reason) {
        List<Point> before = Series.killed(1, 1, 60, fourth, fifth).evidence().points();
        Change change = new Change("new_period", null, new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 6)));

        assertThat(judged(RECORD, Series.killed(1, 1, 1, fourth, 50).after(change.since(before))))
                .isEqualTo(reason);
    }

    @Test
    void aFindingThatStoodBeforeThePastFellIsNotOfItsMaking() {
        List<Point> before = Series.killed(1, 1, 20, 1, 50).evidence().points();
        Change change = new Change("revised_down", n("20"), Period.day(LocalDate.of(2023, 1, 3)));

        assertThat(judged(RECORD, Series.killed(1, 1, 1, 1, 50).after(change.since(before))))
                .isEqualTo(Reason.FIRED);
    }

    @Test
    void anIncompleteWindowMayFireAnUpwardRule() {
        assertThat(judged(ANY, SPIKE.incomplete())).isEqualTo(Reason.FIRED);
    }

    @Test
    void backfillIsToldBeforeLatenessAndTheFloor() {
        Series late = Series.killed(10).judgedDaysLater(400).after(new Change("backfill", null));

        assertThat(judged(Series.rule(new Threshold(Series.ANY), null), late)).isEqualTo(Reason.BACKFILL);
    }
}
