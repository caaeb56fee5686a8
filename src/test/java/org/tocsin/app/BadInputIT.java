package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.collect.Failure;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.Rejection;
import org.tocsin.collect.Run;
import org.tocsin.http.StubAnswer;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** What a source may answer instead of what it promises: a failed run or a refused row, named with its place, and nothing half taken in. */
class BadInputIT {
    private static final String START = "2022-09-29T08:00:00Z";
    private static final byte[] PLANS = Recorded.own("fts/plans-2022.json");

    @TempDir
    Path mail;

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                bad(
                        "cut off",
                        StubAnswer.bytes(PLANS).firstHalf(),
                        "unreadable",
                        "line ",
                        "document is not JSON",
                        true),
                bad(
                        "another type",
                        StubAnswer.ok("{\"status\": \"ok\", \"data\": {\"plans\": {}}}"),
                        "unreadable",
                        "/data/plans",
                        "array is not an array",
                        true),
                bad(
                        "HTML",
                        StubAnswer.ok("<html>Down for maintenance</html>").with("Content-Type", "text/html"),
                        "unreadable",
                        "line 1",
                        "document is not JSON",
                        true),
                bad("nothing at all", StubAnswer.ok(""), "unreadable", "", "document is not a JSON object", true),
                bad("202", StubAnswer.status(202, "[]"), "pending", "", "202", false),
                bad("404 with an empty list", StubAnswer.status(404, "[]"), "status", "", "404", false),
                bad("500", StubAnswer.status(500, "oops"), "status", "", "500", false),
                bad("a circle", StubAnswer.redirect(Web.PLANS_2022), "redirect_loop", "", "", false),
                bad("no end", StubAnswer.ok("[".repeat(65_536)).endless(), "too_large", "", "", false));
    }

    private static Arguments bad(
            String name, StubAnswer answer, String reason, String at, String detail, boolean archived) {
        return Arguments.of(name, answer, new Failure(reason, at, detail), archived);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void anAnswerThatIsNoneFailsTheRunAndTheNextOneRecovers(
            String name, StubAnswer answer, Failure why, boolean archived) {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS), answer, StubAnswer.bytes(received()));
            web.house.collect("fts");
            String known = figures(web);

            web.pass(Duration.ofHours(1));
            RunSummary failed = web.house.collect("fts");
            String afterwards = figures(web);
            Run logged = web.house.run(failed);
            web.pass(Duration.ofHours(1));
            RunSummary recovered = web.house.collect("fts");

            Failure failure = Objects.requireNonNull(logged.result().failure());
            assertThat(logged.outcome()).isEqualTo("failed");
            assertThat(failure.reason()).isEqualTo(why.reason());
            assertThat(failure.at()).contains(why.at());
            assertThat(failure.detail()).contains(why.detail());
            assertThat(logged.span().finishedAt()).isNotNull();
            assertThat(documents(web, failed)).isEqualTo(archived ? 1 : 0);
            assertThat(afterwards).isEqualTo(known);
            assertThat(runs(web, "failed")).isOne();
            assertThat(recovered.outcome()).isEqualTo("merged");
            assertThat(recovered.counts().merged().revised()).isOne();
        }
    }

    @Test
    void ofTwoDocumentsOfWhichTheSecondIsBadNothingIsTakenIn() {
        String sources = "  - {type: fts, baseUrl: \"{{WEB}}\", years: [2022, 2023]}\n";
        try (Web web = new Web(START, sources, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(PLANS));
            web.server.on(
                    Web.PLANS_2022.replace("2022", "2023"),
                    StubAnswer.bytes(PLANS).firstHalf());

            RunSummary failed = web.house.collect("fts");

            assertThat(failed.outcome()).isEqualTo("failed");
            assertThat(web.house.count("select count(*) from figure")).isZero();
            assertThat(web.house.count("select count(*) from appeal")).isZero();
            assertThat(web.house.count("select count(*) from due")).isZero();
            assertThat(documents(web, failed)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/startDate, '\"0025-01-01\"', /data/plans/0, period, year is out of range",
        "/endDate, '\"someday\"', /data/plans/0, endDate, is not a date",
        "/funding/totalFunding, -5, /data/plans/0/funding/totalFunding, totalFunding, is negative",
        "/funding/totalFunding, 1e40, /data/plans/0/funding/totalFunding, totalFunding, is absurd",
        "/funding/totalFunding, true, /data/plans/0/funding/totalFunding, totalFunding, is not a number",
        "/caseLoads/0/totals/2/value, 10000000001, /data/plans/0/caseLoads/0/totals/2/value, value, is absurd"
    })
    void aNumberOrADayThatCannotBeIsRefusedAndTheRestIsTakenIn(
            String field, String value, String at, String named, String why) {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(with(field, value)), StubAnswer.bytes(PLANS));

            RunSummary merged = web.house.collect("fts");
            RunSummary mended = web.house.collect("fts");

            assertThat(merged.outcome()).isEqualTo("merged");
            assertThat(merged.counts().rejected()).isOne();
            assertThat(merged.counts().merged().added()).isPositive();
            Rejection rejection = web.house
                    .stores()
                    .collected()
                    .runs()
                    .rejections(merged.run())
                    .get(0);
            assertThat(rejection.at()).isEqualTo(at);
            assertThat(rejection.field()).isEqualTo(named);
            assertThat(rejection.why()).contains(why);
            assertThat(rejection.document())
                    .isEqualTo(web.house
                            .texts("select sha256 from fetched where run = ?", merged.run())
                            .get(0));
            assertThat(web.house.metered("tocsin.collect.figures", "source", "fts", "kind", "rejected"))
                    .isOne();
            assertThat(mended.counts().rejected()).isZero();
            assertThat(mended.counts().merged().added()).isPositive();
        }
    }

    @Test
    void aRangeThatIsInvertedIsRefusedUnlessItsSourceSaysWhichNumberStands() {
        String sources = "  - {type: ucdp, baseUrl: \"{{WEB}}/api\", token: t, versions: [\"24.0.1\"]}\n";
        String table = """
                record,metric,country,start,end,value,low,high
                r1,killed,SDN,2024-03-01,2024-03-02,12,13,12
                r2,killed,SDN,2024-03-01,2024-03-02,12,11,12
                """;
        try (Web web = new Web("2024-03-25T04:00:00Z", sources, mail)) {
            JsonNode body = Recorded.tree(Recorded.own("ucdp/ged-24.0.1-page0.json"));
            ((ObjectNode) body.at("/Result/0")).put("low", 13);
            web.server.on("/api/gedevents/24.0.1", StubAnswer.ok(body.toString()));

            RunSummary estimated = web.house.collect("ucdp");
            RunSummary handed = web.house.hand("ohchr", Merge.Telling.BY_AGE, table);

            assertThat(estimated.counts().rejected()).isZero();
            assertThat(web.house.count("select count(*) from figure where low is null and high = 12"))
                    .isOne();
            assertThat(web.house.stores().collected().runs().rejections(handed.run()))
                    .singleElement()
                    .satisfies(rejection -> {
                        assertThat(rejection.at()).isEqualTo("row 1");
                        assertThat(rejection.field()).isEqualTo("low");
                        assertThat(rejection.why()).contains("range is inverted: 13 to 12");
                    });
            assertThat(handed.counts().merged().added()).isOne();
        }
    }

    @Test
    void aPlaceThatNobodyKnowsWaitsForAPersonAndIsNotDropped() {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, StubAnswer.bytes(with("/countries/0/iso3", "\"QQQ\"")));

            RunSummary merged = web.house.collect("fts");

            assertThat(merged.counts().merged().held()).isPositive();
            assertThat(web.house.stores().known().holds().list())
                    .hasSize(merged.counts().merged().held())
                    .allSatisfy(held -> {
                        assertThat(held.reason()).isEqualTo("unknown_place");
                        assertThat(held.releaseAt()).isNull();
                        assertThat(held.figure().series().place().country()).isEqualTo("QQQ");
                    });
            assertThat(web.house.metered("tocsin.collect.figures", "source", "fts", "kind", "held"))
                    .isEqualTo(merged.counts().merged().held());
        }
    }

    @Test
    void farFewerThanUsualIsAFailureAndNotATruth() {
        try (Web web = Web.ofAppeals(START, mail)) {
            web.server.on(Web.PLANS_2022, plans(30), plans(14), plans(30));
            web.house.collect("fts");
            String known = figures(web);

            RunSummary few = web.house.collect("fts");
            RunSummary recovered = web.house.collect("fts");

            assertThat(Objects.requireNonNull(few.failure()).reason()).isEqualTo("too_few");
            assertThat(few.failure().detail()).isEqualTo("14 figures where 30 are usual");
            assertThat(figures(web)).isEqualTo(known);
            assertThat(runs(web, "failed")).isOne();
            assertThat(recovered.counts().merged().unchanged()).isEqualTo(30);
        }
    }

    private static StubAnswer plans(int many) {
        return StubAnswer.ok(IntStream.range(0, many)
                .mapToObj("""
                        {"id": %d, "startDate": "2022-01-01", "endDate": "2022-12-31",
                         "countries": [{"iso3": "SDN"}], "funding": {"totalFunding": 5}}"""::formatted)
                .collect(Collectors.joining(",", "{\"status\": \"ok\", \"data\": {\"plans\": [", "]}}")));
    }

    private static byte[] with(String field, String value) {
        JsonNode body = Recorded.tree(PLANS);
        int cut = field.lastIndexOf('/');
        ((ObjectNode) body.at("/data/plans/0" + field.substring(0, cut)))
                .set(field.substring(cut + 1), Recorded.tree(value.getBytes(StandardCharsets.UTF_8)));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] received() {
        return with("/funding/totalFunding", "180000000");
    }

    private static String figures(Web web) {
        return String.join("\n", web.house.texts("select f::text from figure f order by series_id, record, part"));
    }

    private static long documents(Web web, RunSummary summary) {
        return web.house.count(
                "select count(*) from fetched join document using (sha256) where run = ?", summary.run());
    }

    private static double runs(Web web, String outcome) {
        return web.house.metered("tocsin.collect.runs", "source", "fts", "outcome", outcome);
    }
}
