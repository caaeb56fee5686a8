package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.db.TestDatabase;
import org.tocsin.http.FakeTime;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

class NoticeIT {
    private static final String HEADER =
            "record,metric,kind,country,admin1,admin2,population,cause,basis,rolling,start,end,value,published,event\n";

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime(Instant.parse("2024-03-08T12:00:00Z"));
    private final TestDatabase database = TestDatabase.migrated();
    private House house;

    @BeforeEach
    void open() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("month.yml"), """
                id: killed-month
                title: Deaths in a month
                metric: killed
                cause: conflict
                interval: month
                sources: [reports]
                coolDownDays: 30
                detector: {type: threshold, levels: {watch: 500}}
                """);
        Files.writeString(rules.resolve("day.yml"), """
                id: injured-day
                title: Injured people in a day
                metric: injured
                cause: conflict
                interval: day
                coolDownDays: 30
                detector: {type: threshold, levels: {watch: 20}}
                """);
        Files.writeString(rules.resolve("idps.yml"), """
                id: idps-stated
                title: Displaced people in a report
                metric: idps
                cause: conflict
                interval: statement
                sources: [unhcr]
                coolDownDays: 30
                detector: {type: threshold, levels: {watch: 500000}}
                """);
        house = new House(
                House.database(database.login())
                        + Web.common(folder.resolve("mail"))
                        + "rules: \"" + rules + "\"\n"
                        + "subscribers: {recipients: [{email: duty@ngo.example}]}\n",
                time);
        for (String source : List.of("reports", "ohchr", "unhcr")) {
            hand(source, Merge.Telling.HISTORY, "r0,killed,flow,UKR,,,all,conflict,,part,2024-01-15,2024-01-15,1,,");
        }
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Test
    void anAlertSaysWhereWhoElseSaysSoAndHowThingsStand() throws Exception {
        hand(
                "ohchr",
                Merge.Telling.HISTORY,
                "o1,killed,flow,SDN,,,all,conflict,verified,total,2024-02-01,2024-02-29,750,2024-03-05,");
        hand("unhcr", Merge.Telling.HISTORY, "u1,idps,stock,SDN,,,all,conflict,,total,,2024-02-25,450000,,");
        february();

        JsonNode notice = notices().get(0);

        assertThat(notice.at("/reading/quantity")).isEqualTo(tree("{\"value\":803,\"qualifier\":\"exact\"}"));
        assertThat(notice.at("/topic/detail").isEmpty())
                .as("a sum has no place and no event of its own")
                .isTrue();
        assertThat(notice.at("/background/places").findValuesAsText("place"))
                .containsExactly("Khartoum", "North Darfur", "Gezira");
        assertThat(notice.at("/background/places").findValuesAsText("value")).containsExactly("400", "300", "3");
        assertThat(notice.at("/background/corroborations/0"))
                .isEqualTo(tree("{\"source\":\"UN Human Rights Office\",\"basis\":\"verified\",\"kind\":\"flow\","
                        + "\"quantity\":{\"value\":750,\"qualifier\":\"exact\"},"
                        + "\"period\":{\"start\":\"2024-02-01\",\"end\":\"2024-02-29\"}}"));
        assertThat(notice.at("/background/standing").findValuesAsText("as_of")).containsExactly("2024-02-25");
        assertThat(notice.at("/background").has("told")).isFalse();
        assertThat(notice.at("/reading/finding/frequency"))
                .isEqualTo(tree("{\"last_year\":1,\"ever\":1,\"since\":\"2024-03-08\"}"));
        assertThat(notice.at("/origin/publication/published").asText()).isEqualTo("2024-03-02");
        assertThat(mails().get(0))
                .containsSubsequence(
                        "803 people killed due to conflict in Sudan in February 2024 (so far, still incomplete).",
                        "Most affected: Khartoum: 400; North Darfur: 300; Gezira: 3",
                        "Published: 2 March 2024 by Reports in plain language",
                        "What comparable sources say: UN Human Rights Office: 750 in February 2024, verified",
                        "Internally displaced people: 450,000 (25 February 2024, UN Refugee Agency)",
                        "Threshold: 500, set by the rule \u201cDeaths in a month\u201d; it has fired here once since we"
                                + " began to watch on 8 March 2024");
    }

    @Test
    void aFollowUpSaysWhatWasToldBeforeAndHowOftenItRang() throws Exception {
        february();
        time.pass(Duration.ofDays(2));
        hand(
                "reports",
                Merge.Telling.NEWS,
                "a5,killed,flow,SDN,North Darfur,,all,conflict,,part,2024-02-22,2024-02-22,900,,");

        JsonNode second = notices().get(1);

        assertThat(second.at("/alarm/occasion").asText()).isEqualTo("escalated");
        assertThat(second.at("/background/told").toString())
                .contains("\"level\":\"watch\"", "\"value\":803", "\"at\":\"2024-03-08T12:00:00Z\"");
        assertThat(second.at("/background/places").findValuesAsText("place"))
                .containsExactly("North Darfur", "Khartoum", "Gezira");
        assertThat(second.at("/reading/finding/frequency/ever").asInt()).isEqualTo(2);
        assertThat(mails())
                .anySatisfy(mail -> assertThat(mail)
                        .contains("What was last told: 8 March 2024, 12:00 UTC, Watch: 803 in February 2024;"
                                + " since then +112 %"));
    }

    @Test
    void ofOneDayFewPeopleAreNotPointedAt() throws Exception {
        hand(
                "reports",
                Merge.Telling.NEWS,
                "d1,injured,flow,SDN,Khartoum,,all,conflict,,part,2024-03-05,2024-03-05,95,,",
                "d2,injured,flow,SDN,Gezira,,all,conflict,,part,2024-03-05,2024-03-05,7,,");

        assertThat(notices().get(0).at("/background/places").findValuesAsText("place"))
                .containsExactly("Khartoum");
    }

    @Test
    void whereAidWorkersWereHitOnADayStaysInTheHouse() throws Exception {
        hand(
                "reports",
                Merge.Telling.NEWS,
                "w1,injured,flow,SDN,Khartoum,,aid_workers,conflict,,part,2024-03-05,2024-03-05,12,,",
                "w2,injured,flow,SDN,Gezira,,aid_workers,conflict,,part,2024-03-05,2024-03-05,15,,");
        hand(
                "reports",
                Merge.Telling.NEWS,
                "w3,injured,flow,UKR,Kharkiv,Izium,aid_workers,conflict,,part,2024-03-05,2024-03-05,30,,Clinic Seven");

        assertThat(notices().get(0).at("/background/places").isEmpty()).isTrue();
        JsonNode one = notices().get(1);
        assertThat(one.at("/topic/detail/place/admin1/name").asText()).isEqualTo("Kharkiv");
        assertThat(one.toString()).doesNotContain("Izium").doesNotContain("Clinic Seven");
    }

    @Test
    void aTotalSaysWhatItsSourceSaidOfItsAreasOnThatDay() throws Exception {
        hand(
                "unhcr",
                Merge.Telling.NEWS,
                "t1,idps,stock,SDN,,,all,conflict,estimated,total,,2024-03-01,900000,,",
                "t2,idps,stock,SDN,Khartoum,,all,conflict,estimated,total,,2024-03-01,200000,,",
                "t3,idps,stock,SDN,South Darfur,,all,conflict,estimated,total,,2024-03-01,650000,,",
                "t4,idps,stock,SDN,Kassala,,all,conflict,estimated,total,,2024-02-01,500000,,");

        assertThat(notices().get(0).at("/background/places").findValuesAsText("place"))
                .containsExactly("South Darfur", "Khartoum");
    }

    @Test
    void aCountryThatLiesInNoCrisisHasItsName() throws Exception {
        hand(
                "reports",
                Merge.Telling.NEWS,
                "g1,injured,flow,GMB,Banjul,,all,conflict,,part,2024-03-05,2024-03-05,95,,");

        assertThat(mails().get(0)).contains("95 people injured due to conflict in Banjul, the Gambia on 5 March 2024");
    }

    private void february() {
        hand(
                "reports",
                Merge.Telling.NEWS,
                "a1,killed,flow,SDN,Khartoum,,all,conflict,,part,2024-02-10,2024-02-10,400,2024-03-01,Shelling",
                "a2,killed,flow,SDN,North Darfur,,all,conflict,,part,2024-02-20,2024-02-20,300,2024-03-02,",
                "a3,killed,flow,SDN,Gezira,,all,conflict,,part,2024-02-21,2024-02-21,3,,",
                "a4,killed,flow,SDN,,,all,conflict,,part,2024-02-22,2024-02-22,100,,");
    }

    private void hand(String source, Merge.Telling telling, String... rows) {
        RunSummary summary = house.hand(source, telling, HEADER + String.join("\n", rows) + "\n");
        assertThat(summary.failed()).as(summary.toString()).isFalse();
        assertThat(summary.counts().rejected()).isZero();
        house.watch();
    }

    private List<JsonNode> notices() {
        return house.texts("select payload::text from notification order by seq").stream()
                .map(NoticeIT::tree)
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    /** The text parts of all mails that left. */
    private List<String> mails() throws Exception {
        house.send();
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            return files.sorted().map(NoticeIT::text).toList();
        }
    }

    private static String text(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            return (String)
                    ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        } catch (Exception e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
