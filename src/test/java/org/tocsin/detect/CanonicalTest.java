package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;

class CanonicalTest {
    private static final Evidence EVIDENCE = everything();

    private static Evidence everything() {
        Line killed = Series.killed(1).line();
        Line line = new Line(
                killed.attribution(),
                killed.measure(),
                killed.population(),
                new Cause("conflict:airstrike"),
                "category \"é\"",
                "HMMR23");
        Point first = Series.point(LocalDate.of(2023, 12, 3), n("5.10"));
        Point second = new Point(
                Period.day(LocalDate.of(2023, 12, 4)),
                new BigDecimal("2.2691E+6"),
                n("2000000"),
                n("2300000.00"),
                false,
                Instant.parse("2023-12-05T06:07:08.123456Z"));
        Plan plan = new Plan("HMMR23", "HRP", first.period(), n("1E+3"), List.of(new Peer("HSDN23", n("0.30"))));
        Frame frame =
                new Frame(Interval.DAY, Instant.parse("2023-12-05T12:00:00Z"), LocalDate.of(2023, 12, 5), true, 2, 1);
        return new Evidence(
                new Subject("crisis:myanmar", 3, line, "MMR"),
                frame,
                new Change("revised_up", n("7.0"), first.period()),
                List.of(first, second),
                plan);
    }

    @Test
    void evidenceIsWrittenInOneWayOnly() {
        assertThat(Canonical.write(EVIDENCE))
                .isEqualTo("{\"change\":{\"days\":{\"end\":\"2023-12-03\",\"start\":\"2023-12-03\"},\"kind\":"
                        + "\"revised_up\",\"previous\":7},"
                        + "\"frame\":{\"asOf\":\"2023-12-05T12:00:00Z\",\"covered\":true,\"interval\":\"day\","
                        + "\"leftOut\":1,\"today\":\"2023-12-05\",\"usualLagDays\":2},"
                        + "\"plan\":{\"appeal\":\"HMMR23\",\"peers\":[{\"appeal\":\"HSDN23\",\"coverage\":0.3}],"
                        + "\"period\":{\"end\":\"2023-12-03\",\"start\":\"2023-12-03\"},\"required\":1000,"
                        + "\"type\":\"HRP\"},"
                        + "\"points\":[{\"complete\":true,\"period\":{\"end\":\"2023-12-03\",\"start\":\"2023-12-03\"},"
                        + "\"value\":5.1},"
                        + "{\"complete\":false,\"high\":2300000,\"knownFrom\":\"2023-12-05T06:07:08.123456Z\","
                        + "\"low\":2000000,\"period\":{\"end\":\"2023-12-04\",\"start\":\"2023-12-04\"},"
                        + "\"value\":2269100}],"
                        + "\"subject\":{\"line\":{\"appeal\":\"HMMR23\",\"attribution\":{\"basis\":\"reported\","
                        + "\"source\":\"test\"},\"category\":\"category \\\"é\\\"\",\"cause\":\"conflict:airstrike\","
                        + "\"measure\":{\"kind\":\"flow\",\"metric\":\"killed\",\"unit\":\"persons\"},"
                        + "\"population\":\"all\"},\"origin\":\"MMR\",\"scope\":\"crisis:myanmar\","
                        + "\"scopeVersion\":3}}");
    }

    @Test
    void theAgeOfWindowsIsWrittenOnlyWhereTheyHaveOne() {
        Frame frame = EVIDENCE.frame();
        Frame aged = new Frame(frame.interval(), frame.asOf(), frame.today(), true, 2, 1, new EqualAge(20, 3));
        Evidence evidence = new Evidence(EVIDENCE.subject(), aged, EVIDENCE.change(), EVIDENCE.points(), null);

        assertThat(Canonical.write(evidence)).contains("\"frame\":{\"age\":{\"days\":20,\"unheard\":3},\"asOf\":");
        assertThat(Canonical.evidence(Canonical.write(evidence))).isEqualTo(evidence);
        assertThat(Canonical.write(EVIDENCE)).doesNotContain("\"age\"");
    }

    @Test
    void whatIsReadBackIsTheSameEvidence() {
        assertThat(Canonical.evidence(Canonical.write(EVIDENCE))).isEqualTo(EVIDENCE);
        Evidence few = Series.killed(1, null, 3).evidence();
        assertThat(Canonical.evidence(Canonical.write(few))).isEqualTo(few);
    }

    @Test
    void readBackEvidenceIsJudgedTheSameByteForByte() {
        Evidence evidence = Series.killed(0, 1, 0, 1, 7).evidence();
        Rule rule = Series.rule(new ChangeOverWindow(1, 3, Map.of(Level.WATCH, n("2")), null, null, null), null);

        Judgement again = rule.judge(Canonical.evidence(Canonical.write(evidence)));

        assertThat(again).isEqualTo(rule.judge(evidence));
        assertThat(Canonical.write(again)).isEqualTo(Canonical.write(rule.judge(evidence)));
        assertThat(Canonical.judgement(Canonical.write(again))).isEqualTo(again);
    }

    @Test
    void theHashIsTheOneOthersCompute() {
        assertThat(Canonical.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void whatIsNoEvidenceIsRefusedWithThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Canonical.evidence(Canonical.write(EVIDENCE).replace("\"day\"", "\"fortnight\"")))
                .withMessageContaining("fortnight")
                .withMessageContaining("column");
    }

    @Test
    void whatLiesBesideIsPrintedOnlyWhereItIs() {
        Cadence cadence = new Cadence(
                List.of(Instant.parse("2023-12-02T00:00:00Z"), Instant.parse("2023-12-01T00:00:00Z")),
                n("7.0"),
                Instant.parse("2023-12-05T00:00:00Z"));
        Evidence beside = Series.killed(1).beside(new Aside(List.of(EVIDENCE), cadence));
        String json = Canonical.write(beside);

        assertThat(json)
                .startsWith("{\"aside\":{\"cadence\":{\"declaredDays\":7,\"lookedAt\":\"2023-12-05T00:00:00Z\","
                        + "\"published\":[\"2023-12-01T00:00:00Z\",\"2023-12-02T00:00:00Z\"]},\"lines\":[{");
        assertThat(Canonical.evidence(json)).isEqualTo(beside);
        assertThat(Canonical.write(EVIDENCE)).doesNotContain("aside").doesNotContain("earlier");
    }

    @Test
    void aJudgementSaysSinceWhenOnlyWhereItKnows() {
        Judgement.Comparison since = new Judgement.Comparison(
                n("4"), new Period(Series.FIRST, Series.FIRST), LocalDate.of(2023, 12, 3), null);
        Judgement judgement = new Judgement(Level.WATCH, Reason.FIRED, n("9"), since, n("2.5"), n("8"));

        assertThat(Canonical.write(judgement)).contains("\"since\":\"2023-12-03\"");
        assertThat(Canonical.judgement(Canonical.write(judgement))).isEqualTo(judgement);
        assertThat(Canonical.write(Series.killed(1, 1, 2).judgedBy(new EarsC1(2, Series.ANY, n("1"), false))))
                .doesNotContain("since");
    }
}
