package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.collect.Document;
import org.tocsin.collect.NotCollectedException;
import org.tocsin.collect.Pause;
import org.tocsin.collect.Pauses;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.RunCounts;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;
import org.tocsin.http.StubAnswer;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.HeldFigure;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.Selection;

/** From the first request to the last figure, and back from the figure to the bytes. */
class CollectJourneyIT {
    private static final String START = "2022-09-29T08:00:00Z";
    private static final byte[] PLANS = Recorded.own("fts/plans-2022.json");
    private static final String FLASH_APPEAL_RECEIVED = "/data/plans/2/funding/totalFunding";

    @TempDir
    Path mail;

    @Test
    void collectingTheSameAgainChangesNothing() {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS));

            RunSummary first = web.house.collect("fts");
            String known = figures(web);
            web.pass(Duration.ofHours(6));
            RunSummary second = web.house.collect("fts");

            int stated = first.counts().merged().added();
            assertThat(stated).isPositive();
            assertThat(second.counts().merged()).isEqualTo(new RunCounts.Merged(0, 0, 0, stated, 0, 0));
            assertThat(figures(web)).isEqualTo(known);
            assertThat(changes(web, second)).isEmpty();
            assertThat(web.house.count("select count(*) from document")).isOne();
        }
    }

    @Test
    void aNumberThatIsTheSameOnALaterDayIsNotStatedAgain() {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS));
            web.house.collect("fts");
            String known = figures(web);

            web.pass(Duration.ofDays(1));
            RunSummary nextDay = web.house.collect("fts");

            assertThat(nextDay.counts().merged().added()).isZero();
            assertThat(figures(web)).isEqualTo(known);
        }
    }

    @Test
    void anotherNumberOnALaterDayIsANewStatement() {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS), StubAnswer.bytes(received(3_200_000_000L)));
            web.house.collect("fts");

            web.pass(Duration.ofDays(1));
            RunSummary nextDay = web.house.collect("fts");

            assertThat(nextDay.counts().merged().added()).isOne();
            assertThat(nextDay.counts().merged().revised()).isZero();
            assertThat(changes(web, nextDay)).containsExactly("new_period");
            assertThat(values(web, null)).containsExactly("3108344505", "3200000000");
        }
    }

    @Test
    void anotherNumberOnTheSameDayIsOneRevisionAndAsItWasBeforeCanStillBeRead() {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS), StubAnswer.bytes(received(3_200_000_000L)));
            web.house.collect("fts");
            Instant before = web.time.instant();

            web.pass(Duration.ofHours(6));
            RunSummary later = web.house.collect("fts");

            assertThat(later.counts().merged().revised()).isOne();
            assertThat(later.counts().merged().added()).isZero();
            assertThat(changes(web, later)).containsExactly("revised_up");
            assertThat(values(web, before)).containsExactly("3108344505");
            assertThat(values(web, null)).containsExactly("3200000000");
        }
    }

    @Test
    void aFigureLeadsBackToTheNumberInTheBytesThatCame() throws Exception {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS));
            web.house.collect("fts");

            HeldFigure figure = flashAppeal(web, null).get(0);
            Document document = web.house
                    .stores()
                    .collected()
                    .documents()
                    .find(figure.provenance().document())
                    .orElseThrow();

            byte[] bytes = bytes(document);
            assertThat(bytes).isEqualTo(PLANS);
            assertThat(sha256(bytes)).isEqualTo(figure.provenance().document());
            assertThat(figure.provenance().pointer()).isEqualTo(FLASH_APPEAL_RECEIVED);
            assertThat(Recorded.tree(bytes).at(FLASH_APPEAL_RECEIVED).decimalValue())
                    .isEqualByComparingTo(figure.statement().quantity().value());
            assertThat(document.url()).isEqualTo(web.server.uri(Web.PLANS_2022));
            assertThat(document.fetchedAt()).isEqualTo(Instant.parse(START));
        }
    }

    @Test
    void aSourceThatSaysThatNothingChangedConfirmsWhatItCovered() {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS).with("ETag", "\"v1\""));
            web.house.collect("fts");

            web.pass(Duration.ofDays(3));
            RunSummary later = web.house.collect("fts");

            assertThat(later.outcome()).isEqualTo("unchanged");
            assertThat(later.counts().documents()).isZero();
            assertThat(web.server.last().header("If-None-Match")).contains("\"v1\"");
            assertThat(web.house.run(later).outcome()).isEqualTo("unchanged");
            assertThat(web.house
                            .stores()
                            .known()
                            .series()
                            .coverage(new SourceId("fts"), null)
                            .confirmedOn())
                    .isEqualTo(LocalDate.parse("2022-10-02"));
            assertThat(web.house.metered("tocsin.collect.runs", "source", "fts", "outcome", "unchanged"))
                    .isOne();
        }
    }

    @Test
    void aConfirmationThatCannotBeWrittenDownWholeConfirmsNothingAndTheNextOneDoes() {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS).with("ETag", "\"v1\""));
            web.house.collect("fts");
            long covered = web.house.count("select count(*) from extent");
            web.house
                    .jdbi()
                    .useHandle(handle ->
                            handle.execute("alter table run add constraint full_disk check (outcome <> 'unchanged')"));

            web.pass(Duration.ofDays(3));
            RunSummary broken = web.house.collect("fts");

            assertThat(broken.outcome()).isEqualTo("failed");
            assertThat(web.house.run(broken).outcome()).isEqualTo("failed");
            assertThat(web.house.count("select count(*) from extent")).isEqualTo(covered);

            web.house.jdbi().useHandle(handle -> handle.execute("alter table run drop constraint full_disk"));
            assertThat(web.house.collect("fts").outcome()).isEqualTo("unchanged");
            assertThat(web.house.count("select count(*) from extent")).isEqualTo(2 * covered);
        }
    }

    @Test
    void oneOfTwoAnswersThatChangedBringsBothSoThatNothingLooksLost() {
        String sources = "  - {type: fts, baseUrl: \"{{WEB}}\", years: [2021, 2022]}\n";
        try (Web web = new Web(START, sources, mail)) {
            String plans2021 = Web.PLANS_2022.replace("2022", "2021");
            web.server.on(
                    Web.PLANS_2022,
                    StubAnswer.bytes(PLANS).with("ETag", "\"v1\""),
                    StubAnswer.bytes(received(3_200_000_000L)).with("ETag", "\"v2\""));
            web.server.on(
                    plans2021,
                    StubAnswer.ok("{\"status\": \"ok\", \"data\": {\"plans\": []}}")
                            .with("ETag", "\"old\""));
            web.house.collect("fts");

            RunSummary later = web.house.collect("fts");

            assertThat(later.counts().documents()).isEqualTo(2);
            assertThat(later.counts().merged().revised()).isOne();
            assertThat(later.counts().merged().retracted()).isZero();
        }
    }

    @Test
    void aPausedSourceIsPassedByOnItsScheduleAndCountedUntilItIsResumed() {
        try (Web web = Web.ofAppeals(START, mail)) {
            SourceId fts = new SourceId("fts");
            Pauses pauses = web.house.stores().collected().pauses();
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS));
            pauses.pause(fts, new Pause(web.time.instant(), "duty", "moved house"));

            assertThat(web.house.steps().collect().tick(fts)).isEmpty();
            assertThat(web.house.count("select count(*) from run")).isZero();
            assertThat(web.house.metered("tocsin.collect.passed", "source", "fts"))
                    .isOne();

            assertThat(pauses.resume(fts)).isTrue();
            assertThat(web.house.steps().collect().tick(fts)).isPresent();
            assertThat(pauses.resume(fts)).isFalse();
        }
    }

    @Test
    void whatARunArchivedCanBeReadAgainWithoutAsking() {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS));
            RunSummary first = web.house.collect("fts");
            web.house.jdbi().useHandle(handle -> handle.execute("delete from figure"));
            web.house.jdbi().useHandle(handle -> handle.execute("delete from record_home"));

            RunSummary again = web.house.steps().collect().reread(new SourceId("fts"), first.run());

            assertThat(again.counts().merged().added())
                    .isEqualTo(first.counts().merged().added());
            assertThat(web.house.run(again).cause()).isEqualTo("reread");
            assertThat(web.house.count("select count(*) from fetched")).isOne();
        }
    }

    @Test
    void aSourceThatLacksItsKeySaysWhichSetting() {
        try (Web web = new Web(START, "  - {type: ucdp, baseUrl: \"{{WEB}}\"}\n", mail)) {
            assertThatThrownBy(() -> web.house.collect("ucdp"))
                    .isInstanceOf(NotCollectedException.class)
                    .hasMessage("the source 'ucdp' is not configured: config.yml lacks token");
            assertThat(web.house.count("select count(*) from run")).isZero();
        }
    }

    private static byte[] received(long dollars) {
        JsonNode body = Recorded.tree(PLANS);
        ((ObjectNode) body.at("/data/plans/2/funding")).put("totalFunding", dollars);
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the Ukraine flash appeal has received, as it stood; null: as it stands. */
    private static List<HeldFigure> flashAppeal(Web web, Instant asOf) {
        Scope scope = Scope.country("UKR");
        Selection received = new Selection(Metric.FUNDING_RECEIVED, List.of(), null, null, null, "FUKR22");
        LineRef line =
                web.house.stores().known().series().lines(scope, received).get(0);
        return web.house
                .stores()
                .known()
                .figures()
                .list(
                        web.house.stores().known().series().series(line, scope),
                        new Period(LocalDate.parse("2022-01-01"), LocalDate.parse("2022-12-31")),
                        asOf,
                        null,
                        10);
    }

    private static List<String> values(Web web, Instant asOf) {
        return flashAppeal(web, asOf).stream()
                .map(figure -> figure.statement().quantity().value().toPlainString())
                .toList();
    }

    private static String figures(Web web) {
        return String.join("\n", web.house.texts("select f::text from figure f order by series_id, record, part"));
    }

    private static List<String> changes(Web web, RunSummary summary) {
        return web.house.texts(
                "select class from figure_change where run = ? order by series_id, record, part", summary.run());
    }

    private static byte[] bytes(Document document) throws IOException {
        try (InputStream in = document.open()) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
