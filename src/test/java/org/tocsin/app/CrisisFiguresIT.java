package org.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.http.StubAnswer;
import org.tocsin.pipeline.RunSummary;

/** Numbers that editors typed by hand: what a zero too many does, and what takes it back. */
class CrisisFiguresIT {
    private static final String FIGURES = "/countries/AFG/figures.json";

    @TempDir
    Path mail;

    /** UNHCR on Afghanistan, 1 February 2023: ReliefWeb showed 34,000,000 from 9 February to 27 June 2023, then 3,400,000. */
    @Test
    void thirtyFourMillionWhereThreePointFourWereMeantAreHeldUntilTheyAreCorrected() {
        try (Web web = new Web(
                "2023-01-20T08:00:00Z",
                "  - {type: reliefweb-figures, baseUrl: \"{{WEB}}/countries\", countries: [AFG]}\n",
                mail)) {
            web.server.on(
                    FIGURES,
                    displaced("{\"value\": \"3400000\", \"date\": \"2023-01-01T12:00:00Z\"}"),
                    displaced("{\"value\": \"34000000\", \"date\": \"2023-02-01T12:00:00Z\"},"
                            + " {\"value\": \"3400000\", \"date\": \"2023-01-01T12:00:00Z\"}"),
                    displaced("{\"value\": \"3400000\", \"date\": \"2023-02-01T12:00:00Z\"},"
                            + " {\"value\": \"3400000\", \"date\": \"2023-01-01T12:00:00Z\"}"));
            web.house.collect("reliefweb-figures");

            web.pass(Duration.ofDays(20));
            RunSummary typo = web.house.collect("reliefweb-figures");

            assertThat(typo.counts().merged().held()).isOne();
            assertThat(web.house.count("select count(*) from figure where value > 30000000"))
                    .isZero();
            assertThat(web.house.count("select count(*) from hold where ended_as is null"))
                    .isOne();

            web.pass(Duration.ofHours(6));
            RunSummary corrected = web.house.collect("reliefweb-figures");

            assertThat(corrected.counts().merged().held()).isZero();
            assertThat(web.house.count("select count(*) from hold where ended_as is null"))
                    .isZero();
            assertThat(web.house.texts("select value::bigint::text from figure order by period_end"))
                    .containsExactly("3400000", "3400000");
        }
    }

    private static StubAnswer displaced(String values) {
        return StubAnswer.bytes(
                ("[{\"name\": \"Estimated IDPs by Conflict\", \"source\": \"UNHCR\", \"values\": [" + values + "]}]")
                        .getBytes(UTF_8));
    }
}
