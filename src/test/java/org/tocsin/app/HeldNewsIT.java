package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.access.Actor;
import org.tocsin.crisis.Headline;
import org.tocsin.notify.Notice;
import org.tocsin.pipeline.AlertTelling;
import org.tocsin.pipeline.Around;
import org.tocsin.pipeline.HoldRelease;
import org.tocsin.pipeline.NoSuchHoldException;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** What is too implausible to be believed at once: who is told, and what lets it go. */
class HeldNewsIT {
    private static final String COORDINATOR = "lead@ngo.example";

    @TempDir
    Path folder;

    private Scene scene;
    private House house;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder);
        house = scene.house;
        scene.history("s1,idps,stock,SDN,conflict,,2024-02-20,50000");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aTypoOfTenTimesIsHeldAndToldToCoordinatorsAtOnce() throws Exception {
        RunSummary typo = scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,520000");

        assertThat(typo.counts().merged().held()).isOne();
        assertThat(scene.events()).isEmpty();
        assertThat(scene.messages(COORDINATOR)).isOne();
        assertThat(scene.messages("duty@ngo.example")).isZero();
        assertThat(scene.mails())
                .singleElement(STRING)
                .contains(
                        "lead@ngo.example",
                        "For coordinators",
                        "520,000",
                        "50,000",
                        "This number is not believed yet and has alerted nobody",
                        "Reports in plain language",
                        "https://tocsin.example/holds");

        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,52000");
        scene.pass(Duration.ofHours(25));

        assertThat(endings()).containsExactly("superseded merge -");
        assertThat(scene.events()).isEmpty();
        assertThat(scene.messages(COORDINATOR)).isOne();
    }

    @Test
    void aTrueJumpIsLetGoByTheNextStatementAndThenJudged() {
        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,700000");
        assertThat(scene.events()).isEmpty();

        scene.news("s3,idps,stock,SDN,conflict,,2024-03-05,710000");
        scene.pass(Duration.ofMinutes(1));

        assertThat(endings()).containsExactly("released sweep repeated");
        assertThat(house.texts("select record from figure where value >= 700000 order by record"))
                .containsExactly("s2", "s3");
        assertThat(scene.events()).contains("idps-stated opened fired").doesNotHaveDuplicates();
        assertThat(house.count("select count(*) from notification n join recipient r on r.id = n.recipient"
                        + " where r.email = 'duty@ngo.example' and n.payload #>> '{alarm,rule}' = 'idps-stated'"))
                .isOne();
        assertThat(toldAgain()).isNotEmpty().containsOnlyNulls();
    }

    @Test
    void aJumpThatOnlyTimeHasLetGoIsToldAsUnconfirmedWhereverItIsTold() throws Exception {
        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,700000");
        scene.pass(Duration.ofHours(25));
        house.watch();

        assertThat(endings()).containsExactly("released sweep waited");
        assertThat(house.texts("select distinct payload #>> '{reading,mark}' from notification where kind = 'opened'"))
                .containsExactly("unconfirmed_jump");
        assertThat(scene.mails())
                .filteredOn(mail -> mail.startsWith("duty@ngo.example"))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail)
                        .contains("(unconfirmed jump)", "How firm it is: An unconfirmed jump: it is at least 8 times"));
        assertThat(toldAgain()).isNotEmpty().containsOnly(Notice.Mark.UNCONFIRMED_JUMP);

        scene.time.pass(Duration.ofDays(2));
        scene.news("s3,idps,stock,SDN,conflict,,2024-03-05,1400000");

        assertThat(house.texts("select distinct payload #>> '{reading,mark}' from notification"
                        + " where kind = 'escalated' or payload #>> '{reading,quantity,value}' = '1400000'"))
                .containsExactly((String) null);
    }

    /** How firm the alerts are that pages and the API tell of. */
    private List<Notice.Mark> toldAgain() {
        Wiring.Stores stores = house.stores();
        Wiring.Stores.Known known = stores.known();
        AlertTelling telling = new AlertTelling(
                stores.watched().alerts(),
                stores.watched().decisions(),
                new Around(
                        known.series(),
                        known.figures(),
                        known.holds(),
                        known.crises(),
                        known.appeals(),
                        new Headline(Map.of())),
                URI.create("https://tocsin.example"));
        return house.texts("select id::text from alert").stream()
                .map(id -> telling.last(UUID.fromString(id))
                        .orElseThrow()
                        .reading()
                        .mark())
                .toList();
    }

    @Test
    void aTrueJumpIsLetGoByALaterFetchThatRepeatsIt() {
        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,700000");

        scene.time.pass(Duration.ofHours(1));
        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,700000");

        assertThat(endings()).containsExactly("released merge repeated");
        assertThat(scene.events()).contains("idps-stated opened fired");
    }

    @Test
    void aTrueJumpIsLetGoWhenAnotherSourceIsNear() {
        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,700000");
        scene.pass(Duration.ofHours(1));
        assertThat(endings()).containsExactly("- - -");

        scene.hand("unhcr", Merge.Telling.BY_AGE, "u1,idps,stock,SDN,conflict,,2024-03-02,400000");
        scene.pass(Duration.ofMinutes(1));

        assertThat(endings()).containsExactly("released sweep other_source");
        assertThat(scene.events()).contains("idps-stated opened fired");
    }

    @Test
    void aCoordinatorLetsOneGoWithAReason() {
        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,700000");

        house.steps().holds().release(1, ruling("confirmed by telephone"), scene.time.instant());
        house.watch();

        assertThat(endings()).containsExactly("released lead confirmed by telephone");
        assertThat(scene.events()).contains("idps-stated opened fired");
        assertThat(house.texts("select action || ' ' || target from audit")).containsExactly("hold.release 1");
        assertThatThrownBy(() -> house.steps().holds().drop(1, ruling("too late"), scene.time.instant()))
                .isInstanceOf(NoSuchHoldException.class)
                .hasMessageContaining("hold 1");
    }

    @Test
    void whatACoordinatorDropsIsNeverBelievedNorAskedAgain() {
        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,520000");

        house.steps().holds().drop(1, ruling("a zero too many"), scene.time.instant());
        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,520000");
        scene.pass(Duration.ofHours(25));

        assertThat(endings()).containsExactly("dropped lead a zero too many");
        assertThat(house.count("select count(*) from figure where record = 's2'"))
                .isZero();
        assertThat(scene.events()).isEmpty();
        assertThat(scene.messages(COORDINATOR)).isOne();
    }

    @Test
    void coordinatorsAreToldOfACountryOutsideEveryCrisisAndOfAPlaceNobodyKnows() throws Exception {
        scene.history("p1,idps,stock,PER,conflict,,2024-02-20,90000");
        scene.news("p2,idps,stock,PER,conflict,,2024-03-01,9000", "x1,idps,stock,XQZ,conflict,,2024-03-01,4000");

        assertThat(scene.messages(COORDINATOR)).isEqualTo(2);
        assertThat(scene.messages("duty@ngo.example")).isZero();
        assertThat(scene.mails())
                .anySatisfy(
                        mail -> assertThat(mail).contains("Peru", "9,000", "90,000", "at least 8 times the last one"))
                .anySatisfy(mail -> assertThat(mail)
                        .contains(
                                "Number of an unknown place held back",
                                "XQZ",
                                "4,000",
                                "until a coordinator releases"));

        scene.pass(Duration.ofHours(25));

        assertThat(endings()).containsExactlyInAnyOrder("released sweep waited", "- - -");
    }

    @Test
    void ofManyInOneRunTheLastMailSaysHowManyMoreThereAre() throws Exception {
        String[] rows = IntStream.range(10, 23)
                .mapToObj(i -> "x%d,idps,stock,X%d,conflict,,2024-03-01,4000".formatted(i, i))
                .toArray(String[]::new);
        scene.news(rows);

        assertThat(scene.messages(COORDINATOR)).isEqualTo(10);
        assertThat(scene.mails())
                .filteredOn(mail -> mail.contains("more number"))
                .singleElement(STRING)
                .contains("The same run holds back 3 more numbers that are not told one by one");

        scene.news("y1,idps,stock,XQZ,conflict,,2024-03-01,4000");

        assertThat(scene.messages(COORDINATOR)).isEqualTo(11);
    }

    private HoldRelease.Ruling ruling(String because) {
        return new HoldRelease.Ruling(
                "lead",
                because,
                () -> house.stores().access().audit().record(Actor.cli("lead"), "hold.release", "1", Map.of()));
    }

    /** How each wait ended, by whom and why; dashes for one that goes on. */
    private List<String> endings() {
        return house.texts("select coalesce(ended_as, '-') || ' ' || coalesce(ended_by, '-') || ' '"
                + " || coalesce(because, '-') from hold order by id");
    }
}
