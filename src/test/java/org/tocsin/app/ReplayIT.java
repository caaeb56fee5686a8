package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.crisis.Scoped;
import org.tocsin.db.TestDatabase;
import org.tocsin.detect.Canonical;
import org.tocsin.detect.RuleFile;
import org.tocsin.figure.Period;
import org.tocsin.pipeline.Preview;
import org.tocsin.pipeline.Rehearsed;

/** The whole replay of the demo, looked at afterwards: what was decided then is what would be decided again. */
class ReplayIT {
    private static final String SETTINGS = """
            publicUrl: http://127.0.0.1:1
            http: {userAgent: Tocsin/test (ops@example.org)}
            sources:
              - {type: fts, baseUrl: "http://127.0.0.1:1"}
              - {type: ucdp, baseUrl: "http://127.0.0.1:1", token: t}
            email: {transport: file, from: alerts@tocsin.example, dir: "MAIL"}
            """;

    /** Countries of three regions by themselves, though most of them are crises, beside one crisis. */
    private static final String OF_REGIONS = """
            id: killed-in-regions
            title: Deaths in a month in Africa south of the Sahara, Western and South-eastern Asia
            metric: killed
            cause: conflict
            interval: month
            sources: [ucdp]
            crises: [ukr]
            regions: ["202", "145", "035"]
            countries: [AFG, SDN]
            detector: {type: change, current: 1, reference: 6, ratios: {watch: 3}, minAbsolute: 100}
            """;

    private static TestDatabase database;
    private static House house;
    private static Period days;

    @BeforeAll
    static void playItAll(@TempDir Path mail) throws Exception {
        database = TestDatabase.migrated();
        DemoClock clock = new DemoClock(DemoScript.START.atStartOfDay().toInstant(ZoneOffset.UTC));
        house = new House(House.database(database.login()) + SETTINGS.replace("MAIL", mail.toString()), clock);
        house.stores().watched().rules().save(RuleFile.read(OF_REGIONS), clock.instant());
        new DemoReplay(house.building(), clock).run(DemoScript.batches(), share -> {});
        days = new Period(DemoScript.START, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @Test
    void everyDecisionIsMadeAgainByteForByte() {
        List<UUID> decisions = house.jdbi()
                .withHandle(handle -> handle.createQuery("select id from decision")
                        .mapTo(UUID.class)
                        .list());
        assertThat(decisions).hasSizeGreaterThan(2000);
        for (UUID id : decisions) {
            Decision kept = house.stores().watched().decisions().get(id);

            assertThat(Canonical.write(kept.rule().rule().judge(kept.evidence())))
                    .as(kept.rule().rule().id() + " " + kept.evidence().subject())
                    .isEqualTo(house.texts("select judgement from decision where id = ?", id)
                            .get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "killed-surge",
                "killed-statement",
                "injured-statement",
                "displaced-conflict-statement",
                "idps-jump",
                "appeal-behind-peers",
                "killed-in-regions"
            })
    void aPreviewTellsWhatWasToldLive(String rule) {
        List<String> live = house.texts(
                "select a.scope || ' ' || e.kind || ' ' || e.level"
                        + " || case when e.kind = 'stood_down' then '' else ' ' || d.window_end end"
                        + " from alert_event e join alert a on a.id = e.alert left join decision d on d.id = e.decision"
                        + " where e.told and a.rule = ? order by 1",
                rule);

        Rehearsed rehearsed = preview(rule);

        List<String> told = rehearsed.events().stream()
                .map(event -> event.scope() + " " + event.kind().code() + " "
                        + event.level().code()
                        + (isEnd(event) ? "" : " " + event.window().end()))
                .sorted()
                .toList();
        assertThat(told).isEqualTo(live).isNotEmpty();
    }

    /** An end that time brought about is seen when the sweep looks, which is not the same day in a replay of weeks. */
    private static boolean isEnd(Rehearsed.Event event) {
        return event.kind() == AlertEvent.Kind.STOOD_DOWN;
    }

    private static Rehearsed preview(String rule) {
        Preview preview = new Preview(
                house.stores().known().series(),
                house.stores().known().crises(),
                house.stores().known().appeals(),
                house.stores().told().subscribers(),
                house.stores().watched().due());
        return preview.run(
                house.stores().watched().rules().find(rule).orElseThrow().rule(),
                days,
                List.of(),
                share -> assertThat(share).isBetween(0.0, 1.0));
    }

    @Test
    void aScopeIsNamedByCrisisOrCountry() {
        assertThat(preview("killed-surge").events())
                .anyMatch(event -> event.scope().startsWith(Scoped.CRISIS));
        assertThat(preview("killed-in-regions").events())
                .extracting(Rehearsed.Event::scope)
                .contains("country:SDN", "country:YEM", "country:MLI")
                .allMatch(scope -> scope.startsWith(Scoped.COUNTRY) || scope.equals("crisis:ukr"));
    }
}
