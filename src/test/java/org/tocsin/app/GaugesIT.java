package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alert.DueMeters;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.SourceMeters;
import org.tocsin.collect.SourceStates;
import org.tocsin.figure.SourceId;
import org.tocsin.http.StubAnswer;
import org.tocsin.notify.OutboxMeters;

/** What an operator reads off the gauges, which any node measures when it is asked. */
class GaugesIT {
    private static final byte[] PLANS = Recorded.own("fts/plans-2022.json");

    @TempDir
    Path folder;

    @Test
    void aSourceHasTwoClocks() {
        try (Web web = Web.ofAppeals("2022-09-29T08:00:00Z", folder)) {
            assertThat(sources(web, "tocsin.collect.success.age")).isNaN();
            assertThat(sources(web, "tocsin.collect.staleness")).isNaN();
            web.server.on(
                    Web.PLANS_2022,
                    StubAnswer.bytes(PLANS).with("ETag", "\"v1\""),
                    StubAnswer.status(304),
                    StubAnswer.status(500, "oops"));
            int stated = web.house.collect("fts").counts().merged().added();
            assertThat(sources(web, "tocsin.collect.staleness")).isZero();

            web.pass(Duration.ofDays(50));
            web.house.collect("fts");
            web.pass(Duration.ofHours(2));
            web.house.collect("fts");

            assertThat(sources(web, "tocsin.collect.success.age")).isEqualTo(7200);
            assertThat(sources(web, "tocsin.collect.content.age"))
                    .isEqualTo((double) Duration.ofDays(50).plusHours(10).toSeconds());
            assertThat(sources(web, "tocsin.collect.staleness")).isEqualTo(3);
            assertThat(sources(web, "tocsin.collect.records")).isEqualTo(stated);
            assertThat(sources(web, "tocsin.collect.failing")).isOne();
        }
    }

    @Test
    void whatWaitsIsSeenByANodeThatDoesNothingItself() throws Exception {
        try (Newsroom room = new Newsroom(folder)) {
            room.load();
            room.news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");
            room.allow("decision", "false");
            room.news("r3,killed,UKR,conflict,2024-02-28,2024-02-28,700");
            room.pass(Duration.ofMinutes(3));
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            DueMeters.register(room.house.stores().watched().due(), room.time, meters);
            OutboxMeters.register(room.house.stores().told().outbox(), meters);

            assertThat(meters.get("tocsin.notify.pending").gauge().value()).isOne();
            assertThat(meters.get("tocsin.notify.dead").gauge().value()).isZero();
            assertThat(meters.get("tocsin.notify.oldest.age").timeGauge().value(TimeUnit.SECONDS))
                    .isEqualTo(180);
            assertThat(meters.get("tocsin.watch.due").gauge().value()).isEqualTo(2);
            assertThat(meters.get("tocsin.watch.failing").gauge().value()).isEqualTo(2);
            assertThat(meters.get("tocsin.watch.oldest.age").timeGauge().value(TimeUnit.SECONDS))
                    .isZero();
        }
    }

    private static double sources(Web web, String name) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SourceMeters.register(new SourceStates(web.house.jdbi()), List.of(new SourceId("fts")), web.time, meters);
        return name.endsWith(".age")
                ? meters.get(name).timeGauge().value(TimeUnit.SECONDS)
                : meters.get(name).gauge().value();
    }
}
