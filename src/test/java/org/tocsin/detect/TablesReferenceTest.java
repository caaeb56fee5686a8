package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detect.ReferenceCases.cell;
import static org.tocsin.detect.ReferenceCases.number;
import static org.tocsin.detect.ReferenceCases.rows;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;

/** Holds pace, staleness and the judgement of fresh values against the tables computed by other programs. */
class TablesReferenceTest {
    private static final Percentage TOLERANCE = Percentage.withPercentage(1e-4);
    private static final Map<Level, BigDecimal> Z = Map.of(Level.WATCH, n("3.09023230617"));
    private static final double[] PROFILE = {0, .05, .12, .20, .28, .35, .43, .51, .58, .66, .75, .86, 1};

    @BeforeEach
    void referenceIsThere() {
        ReferenceCases.assumeThere();
    }

    @Test
    void aSourceIsSilentForTooLongWhereTheTableSaysSo() {
        Map<String, List<Instant>> published = new HashMap<>();
        for (Map<String, String> row : rows("staleness_publications.csv")) {
            published
                    .computeIfAbsent(cell(row, "source"), source -> new ArrayList<>())
                    .add(Instant.parse(cell(row, "published_at") + "Z"));
        }
        Stale detector = new Stale(Map.of(Level.WATCH, n("1.5")), n("2"), 20, 5);
        for (Map<String, String> row : rows("staleness_expected.csv")) {
            String declared = cell(row, "expected_interval_days");
            Cadence cadence = new Cadence(
                    published.get(cell(row, "source")),
                    declared.isEmpty() ? null : n(declared),
                    Instant.parse(cell(row, "now") + "Z"));
            Judgement judgement = detector.judge(Series.killed(1).beside(Aside.of(cadence)));
            assertThat(of(judgement.value())).as(row.toString()).isCloseTo(number(row, "age_days"), TOLERANCE);
            if (cell(row, "alarm").isEmpty()) {
                assertThat(judgement.reason()).as(row.toString()).isEqualTo(Reason.NO_HISTORY);
            } else {
                assertThat(of(judgement.threshold()))
                        .as(row.toString())
                        .isCloseTo(number(row, "threshold_days"), TOLERANCE);
                assertThat(judgement.fired())
                        .as(row.toString())
                        .isEqualTo(cell(row, "alarm").equals("1"));
            }
        }
    }

    @Test
    void anAppealIsBehindPaceWhereTheTableSaysSo() {
        PaceLinear linear = new PaceLinear(Map.of(Level.WATCH, n("0.2")), n("0.25"), n("10000000"));
        PaceProfile profile = new PaceProfile(Map.of(Level.WATCH, n("0.5")), n("0.25"), 3, n("10000000"));
        for (Map<String, String> row : rows("pace_expected.csv")) {
            LocalDate day = LocalDate.parse(cell(row, "date"));
            Plan plan = plan(row, day);
            BigDecimal coverage =
                    n(cell(row, "funding")).divide(n(cell(row, "requirement")), java.math.MathContext.DECIMAL64);
            String at = row.toString();
            assertThat(of(plan.elapsed(day))).as(at).isCloseTo(number(row, "elapsed"), TOLERANCE);
            assertThat(of(plan.dailyNeed(coverage, day).orElse(null))).as(at).satisfies(need -> {
                double expected = number(row, "required_daily_rate");
                assertThat(Double.isNaN(expected) ? Double.isNaN(need) : Math.abs(need / expected - 1) < 1e-6)
                        .isTrue();
            });
            Judgement late = judge(linear, plan, day, coverage);
            Judgement projected = judge(profile, plan, day, coverage);
            assertThat(late.fired()).as(at).isEqualTo(cell(row, "alarm_linear").equals("1"));
            assertThat(projected.fired())
                    .as(at)
                    .isEqualTo(cell(row, "alarm_projected").equals("1"));
            if (cell(row, "evaluated").equals("1")) {
                assertThat(of(late.statistic())).as(at).isCloseTo(number(row, "shortfall_linear"), TOLERANCE);
                assertThat(of(projected.statistic()))
                        .as(at)
                        .isCloseTo(number(row, "projected_final_coverage"), TOLERANCE);
            } else {
                assertThat(List.of(late.reason(), projected.reason())).as(at).containsOnly(Reason.TOO_EARLY);
            }
        }
    }

    /** HPSE20 and SYN_A run for the year, SYN_MIDYEAR from May; all end with the year. */
    private static Plan plan(Map<String, String> row, LocalDate day) {
        LocalDate start = LocalDate.of(day.getYear(), cell(row, "plan").equals("SYN_MIDYEAR") ? 5 : 1, 1);
        Period days = new Period(start, LocalDate.of(day.getYear(), 12, 31));
        double share = profile(number(row, "elapsed"));
        assertThat(share).isCloseTo(number(row, "profile_share"), TOLERANCE);
        Peer earlier = new Peer("earlier", BigDecimal.valueOf(share));
        return new Plan(
                cell(row, "plan"),
                "Humanitarian response plan",
                days,
                n(cell(row, "requirement")),
                List.of(),
                List.of(earlier, earlier, earlier));
    }

    private static double profile(double elapsed) {
        int month = (int) Math.min(11, Math.floor(elapsed * 12));
        return PROFILE[month] + (elapsed * 12 - month) * (PROFILE[month + 1] - PROFILE[month]);
    }

    private static Judgement judge(Detector detector, Plan plan, LocalDate day, BigDecimal coverage) {
        return new Series(
                        Series.line(Metric.FUNDING_COVERAGE),
                        Interval.STATEMENT,
                        new Change("new_period", null),
                        List.of(Series.point(day, coverage)),
                        plan,
                        0)
                .judgedBy(detector);
    }

    @Test
    void freshValuesAreJudgedAgainstValuesThatWereAsFresh() {
        Map<String, BigDecimal> known = new HashMap<>();
        rows("vintages_hus_daily.csv")
                .forEach(row -> known.put(cell(row, "as_of") + " " + cell(row, "date"), n(cell(row, "value"))));
        EarsC1 detector = new EarsC1(7, Z, BigDecimal.ONE, false);
        for (Map<String, String> row : rows("vintages_hus_expected.csv")) {
            LocalDate asOf = LocalDate.parse(cell(row, "as_of"));
            LocalDate judged = LocalDate.parse(cell(row, "evaluated_date"));
            boolean sameAge = cell(row, "mode").equals("same_maturity");
            List<Point> points = new ArrayList<>();
            for (LocalDate day = judged.minusDays(7); !day.isAfter(judged); day = day.plusDays(1)) {
                LocalDate seen = sameAge ? asOf.minusDays(ChronoUnit.DAYS.between(day, judged)) : asOf;
                points.add(Series.point(day, known.getOrDefault(seen + " " + day, BigDecimal.ZERO)));
            }
            Judgement judgement = new Series(
                            Series.line(Metric.KILLED), Interval.DAY, new Change("new_period", null), points, null, 0)
                    .judgedBy(detector);
            assertThat(of(judgement.value())).as(row.toString()).isEqualTo(number(row, "value_known"));
            assertThat(of(judgement.threshold())).as(row.toString()).isCloseTo(number(row, "threshold"), TOLERANCE);
            assertThat(judgement.fired())
                    .as(row.toString())
                    .isEqualTo(cell(row, "alarm").equals("1"));
        }
    }

    private static double of(@Nullable BigDecimal number) {
        return number == null ? Double.NaN : number.doubleValue();
    }
}
