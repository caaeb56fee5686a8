package org.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.tocsin.detect.Level;
import org.tocsin.notify.Subscribers.Filter;

class OutboxIT {
    private static final Filter MYANMAR = new Filter(List.of("myanmar"), List.of(), List.of(), Level.WATCH);
    private static final Filter THAILAND = new Filter(List.of("thailand"), List.of(), List.of(), Level.WATCH);
    private static final Filter CRITICAL = new Filter(List.of(), List.of(), List.of(), Level.CRITICAL);
    private static final UUID OTHER_ALERT = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void theSameNewsIsAddedOnce() {
        stage.subscribeMail("duty@ngo.example", MYANMAR);

        assertThat(stage.enqueue(Occasion.OPENED)).isEqualTo(1);
        assertThat(stage.enqueue(Occasion.OPENED)).isZero();
        assertThat(stage.count("select count(*) from notification")).isEqualTo(1);
        assertThat(stage.count("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void whoFollowsTwoCrisesGetsOneMessageForTheSameFiguresThatTellsBothEvents() {
        stage.subscribeMail("duty@ngo.example", MYANMAR, THAILAND);
        Notice.Scope thailand = new Notice.Scope("thailand", "Thailand", List.of("THA"));

        stage.outbox.enqueue(Notices.opened(), Stage.EVIDENCE, List.of(41L));
        stage.outbox.enqueue(
                Notices.with(Occasion.OPENED, OTHER_ALERT, Level.WARNING, thailand), Stage.EVIDENCE, List.of(42L));

        assertThat(stage.count("select count(*) from notification")).isEqualTo(1);
        assertThat(stage.texts("select alert_event::text from notification_event order by 1"))
                .containsExactly("41", "42");
    }

    @Test
    void whatIsRolledBackWasNeverAdded() {
        stage.subscribeMail("duty@ngo.example", MYANMAR);

        assertThatThrownBy(() -> stage.jdbi.useTransaction(handle -> {
                    stage.enqueue(Occasion.OPENED);
                    throw new IllegalStateException("the watch failed after it");
                }))
                .hasMessage("the watch failed after it");

        assertThat(stage.count("select count(*) from notification")).isZero();
        assertThat(stage.count("select count(*) from outbox")).isZero();
    }

    @Test
    void listenersWakeWhenTheTransactionCommits() throws Exception {
        stage.subscribeMail("duty@ngo.example", MYANMAR);

        stage.jdbi.useHandle(handle -> {
            handle.execute("listen " + Outbox.TOPIC);
            // another thread, as this one's handle would be joined
            Thread adding = new Thread(() -> stage.enqueue(Occasion.OPENED));
            adding.start();
            adding.join();
            PGNotification[] heard =
                    handle.getConnection().unwrap(PGConnection.class).getNotifications(2000);
            assertThat(heard).extracting(PGNotification::getName).containsExactly(Outbox.TOPIC);
        });
    }

    @Test
    void followUpsGoToThoseWhoWereToldAndToNobodyElse() {
        stage.subscribeMail("duty@ngo.example", MYANMAR);
        stage.enqueue(Occasion.OPENED);
        stage.subscribe(
                List.of(
                        new Subscribers.Person(
                                "duty@ngo.example", "", "en", ZoneId.of("UTC"), List.of(CRITICAL), false),
                        new Subscribers.Person(
                                "late@ngo.example", "", "en", ZoneId.of("UTC"), List.of(MYANMAR), false)),
                List.of());

        assertThat(stage.enqueue(Occasion.CORRECTED)).isEqualTo(1);
        assertThat(stage.texts("select r.email from notification n join recipient r on r.id = n.recipient"
                        + " where n.kind = 'corrected'"))
                .containsExactly("duty@ngo.example");
    }

    @Test
    void allThatOneDestinationHearsOfAnAlertIsOneThread() {
        stage.subscribeMail("duty@ngo.example", MYANMAR);
        stage.enqueue(Occasion.OPENED);
        stage.enqueue(Occasion.ESCALATED, Notices.ALERT, "cd".repeat(32));
        stage.enqueue(Occasion.OPENED, OTHER_ALERT, "ef".repeat(32));

        assertThat(stage.count("select count(distinct thread) from notification where alert = '" + Notices.ALERT + "'"))
                .isEqualTo(1);
        assertThat(stage.count("select count(distinct thread) from notification"))
                .isEqualTo(2);
        assertThat(stage.texts("select kind from notification where thread = id order by seq"))
                .containsExactly("opened", "opened");
    }

    @Test
    void whoLeavesTheConfigurationGetsNothingMoreNotEvenWhatWaits() {
        stage.subscribeMail("duty@ngo.example", MYANMAR);
        stage.enqueue(Occasion.OPENED);

        stage.subscribeHook("map", MYANMAR);

        assertThat(stage.states()).containsExactly("withdrawn");
        assertThat(stage.relayAll()).isZero();
        assertThat(stage.enqueue(Occasion.STOOD_DOWN)).isZero();
    }

    @Test
    void provisioningTwiceChangesNothing() {
        stage.subscribeMail("duty@ngo.example", MYANMAR, THAILAND);
        stage.subscribeMail("Duty@NGO.example", MYANMAR, THAILAND);

        assertThat(stage.count("select count(*) from recipient where active")).isEqualTo(1);
        assertThat(stage.count("select count(*) from subscription")).isEqualTo(2);
    }

    @Test
    void theDepthSaysHowMuchWaitsAndForHowLong() {
        stage.subscribeMail("duty@ngo.example", MYANMAR);
        stage.enqueue(Occasion.OPENED);
        stage.pass(Duration.ofMinutes(3));

        assertThat(stage.outbox.depth()).isEqualTo(new Depth(1, Duration.ofMinutes(3), Duration.ofMinutes(3), 0));
        stage.relayAll();
        assertThat(stage.outbox.depth()).isEqualTo(new Depth(0, Duration.ZERO, Duration.ZERO, 0));
    }
}
