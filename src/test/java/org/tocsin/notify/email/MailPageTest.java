package org.tocsin.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tocsin.chart.ChartFailedException;
import org.tocsin.detect.Level;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Quantity;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Notices;
import org.tocsin.notify.Occasion;
import org.tocsin.phrase.Phrases;

class MailPageTest {
    @Test
    void aStandDownDoesNotSayThatThingsAreBetter() {
        String text = text(closing(Occasion.STOOD_DOWN, "below_threshold", 60_000));

        assertThat(text)
                .contains("is back under the threshold of 100,000, which says nothing about how people fare now.")
                .contains("Still internally displaced: 1,659,600 people, as of 23 October 2023 (UNHCR).")
                .doesNotContainIgnoringCase("improve");
    }

    @Test
    void anAlertThatEndsForSilenceIsNotSaidToBeUnderItsThreshold() {
        assertThat(text(closing(Occasion.STOOD_DOWN, "stale", 286_200)))
                .contains("Nothing newer has come for longer than this source is usually silent")
                .doesNotContain("back under");
    }

    @Test
    void anAlertThatEndsWithItsRuleSaysSo() {
        assertThat(text(closing(Occasion.STOOD_DOWN, "rule_retired", 286_200)))
                .contains("The rule that rang is no longer in force")
                .doesNotContain("back under");
    }

    @Test
    void silenceIsToldInDaysAndADifferenceInTimesNeverInPeople() {
        assertThat(text(Notices.gauged(Notice.Gauge.SILENT_DAYS, "11.5", "10.5")))
                .contains("has said nothing new on “New internal displacements” in Myanmar for 11.5 days")
                .contains("Threshold: 10.5 days, set by the rule")
                .doesNotContain("11.5 new internal");
        assertThat(text(Notices.gauged(Notice.Gauge.TIMES_USUAL, "2.34", "2")))
                .contains("UNHCR Myanmar emergency update and a comparable source differ by 2.3 times the usual")
                .contains("Threshold: 2 times the usual, set by the rule");
    }

    @Test
    void anUnconfirmedJumpIsSaidInTheSubjectAndTheTextAndExplained() {
        for (String part : List.of(text(Notices.marked()), html(Notices.marked()))) {
            assertThat(part)
                    .contains("(unconfirmed jump)")
                    .contains("within 24 hours neither a later fetch or statement nor another source confirmed it");
        }
        assertThat(new Wording(Notices.marked(), Phrases.in(Locale.ENGLISH), ZoneId.of("UTC")).subject())
                .contains("(unconfirmed jump)");
    }

    @Test
    void whatWasKnownAtAnAgeIsToldAsThat() {
        Period october = new Period(LocalDate.of(2023, 10, 1), LocalDate.of(2023, 10, 31));
        Notice.Comparison against = new Notice.Comparison(new BigDecimal(50_000), october, false, 20);

        assertThat(text(Notices.found(new Notice.Finding(against, null, null, null, "fired"), "100000")))
                .contains("50,000 in October 2023, as known 20 days after each period’s end; now +100 %");
    }

    @Test
    void aCorrectionSaysWhatWasToldAndWhatIsLeftOfIt() {
        assertThat(text(closing(Occasion.CORRECTED, "below_threshold", 60_000)))
                .contains("The source has corrected what we told you: 120,000 then, 60,000 now.");
        assertThat(text(closing(Occasion.CORRECTED, "unknown", 120_000)))
                .contains("The source has withdrawn what we told you, and nothing takes its place: 120,000 new");
    }

    @Test
    void whatWasToldBeforeIsSaidWithItsLevelAndWhatChanged() {
        assertThat(text(closing(Occasion.ESCALATED, "fired", 180_000)))
                .contains("What was last told: 10 November 2023, 16:00 MMT, Watch: 120,000 since 27 October 2023,"
                        + " as of 17 November 2023; since then +50 %");
    }

    @Test
    void whatIsNotKnownHasNoLine() {
        Notice all = Notices.opened();
        Notice bare = new Notice(
                all.alarm(), all.topic(), all.reading(), all.origin(), Notice.Background.NONE, Notice.Links.NONE);

        for (String part : List.of(text(bare), html(bare))) {
            assertThat(part)
                    .doesNotContain("Most affected")
                    .doesNotContain("What comparable sources say")
                    .doesNotContain("The standing picture")
                    .doesNotContain("What was last told")
                    .doesNotContain("null");
        }
    }

    @Test
    void aReaderIsToldInTheOrderOfTheQuestionsAsked() {
        for (String part : List.of(
                text(closing(Occasion.ESCALATED, "fired", 180_000)),
                html(closing(Occasion.ESCALATED, "fired", 180_000)))) {
            assertThat(part)
                    .containsSubsequence(
                            "180,000 new internal displacements",
                            "Most affected",
                            "Shan (North): about 82,000; Rakhine: nearly 26,000",
                            "Compared with",
                            "Published",
                            "Basis",
                            "What comparable sources say",
                            "Reports: more than 200,000 since 27 October 2023, as of 17 November 2023, reported; stated by OCHA",
                            "The standing picture",
                            "Internally displaced people",
                            "What was last told",
                            "Threshold",
                            "What this number does not mean",
                            "The figure at its source",
                            "Trend",
                            "How this was decided",
                            "You get this because");
        }
    }

    @Test
    void aStockHoldsUntilItsNextStatement() throws ChartFailedException {
        Notice all = Notices.opened();
        Notice.Topic topic = all.topic();
        List<Notice.SeriesPoint> said = List.of(statement(10, 2, 1_659_600), statement(10, 23, 1_710_200));
        Notice stock = new Notice(
                all.alarm(),
                new Notice.Topic(
                        topic.scope(), Measure.of(Metric.IDPS), topic.population(), topic.cause(), topic.detail()),
                all.reading(),
                all.origin(),
                new Notice.Background(List.of(), List.of(), List.of(), null, said),
                all.links());

        assertThat(new NoticeChart()
                        .draw(stock, Phrases.in(Locale.ENGLISH))
                        .orElseThrow()
                        .alternative())
                .contains("1,659,600", "1,710,200")
                .doesNotContain("without data");
    }

    private static Notice.SeriesPoint statement(int month, int day, long value) {
        return new Notice.SeriesPoint(
                Period.day(LocalDate.of(2023, month, day)), BigDecimal.valueOf(value), null, null, true);
    }

    /** An alert of which 120,000 was told on 10 November. */
    private static Notice closing(Occasion occasion, String reason, long value) {
        Notice all = Notices.of(occasion, Notices.ALERT, Level.WARNING);
        Notice.Reading then = all.reading();
        Notice.Finding finding = then.finding();
        Notice.Background around = all.background();
        return new Notice(
                all.alarm(),
                all.topic(),
                new Notice.Reading(
                        Quantity.exact(value),
                        then.period(),
                        false,
                        null,
                        new Notice.Finding(
                                finding.comparison(),
                                finding.statistic(),
                                finding.threshold(),
                                finding.frequency(),
                                reason)),
                all.origin(),
                new Notice.Background(
                        around.places(),
                        around.standing(),
                        around.corroborations(),
                        new Notice.Told(
                                Instant.parse("2023-11-10T09:30:00Z"),
                                Level.WATCH,
                                Quantity.exact(120_000),
                                then.period()),
                        around.series()),
                all.links());
    }

    private static String text(Notice notice) {
        return new Templates().text(view(notice));
    }

    private static String html(Notice notice) {
        return new Templates().html(view(notice), Templates.Picture.NONE);
    }

    private static MailView view(Notice notice) {
        return new MailPage(notice, Phrases.in(Locale.ENGLISH), ZoneId.of("Asia/Yangon")).view();
    }
}
