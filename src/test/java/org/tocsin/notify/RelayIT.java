package org.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayIT {
    private Stage stage;

    private static Stage shared;

    @BeforeAll
    static void open() {
        shared = new Stage();
    }

    @AfterAll
    static void close() {
        shared.close();
    }

    @BeforeEach
    void reset() {
        stage = shared;
        stage.reset();
    }

    @Test
    void twoRelaysAtOnceDeliverEachMessageExactlyOnce() throws InterruptedException {
        stage.subscribeHook("map");
        int messages = 100;
        for (int i = 0; i < messages; i++) {
            stage.enqueue(Occasion.OPENED, new UUID(0, i), "%064x".formatted(i));
        }
        List<UUID> before = stage.webhook.ids();

        CountDownLatch start = new CountDownLatch(1);
        List<Thread> nodes = new ArrayList<>();
        for (String name : List.of("node-a", "node-b")) {
            Thread node = new Thread(() -> empty(name, start));
            node.start();
            nodes.add(node);
        }
        start.countDown();
        for (Thread node : nodes) {
            node.join();
        }

        List<UUID> delivered = new ArrayList<>(stage.webhook.ids());
        delivered.removeAll(before);
        assertThat(delivered).hasSize(messages).doesNotHaveDuplicates();
        assertThat(stage.count("select count(*) from notification where state = 'sent'"))
                .isEqualTo(messages);
        assertThat(stage.count("select count(*) from outbox")).isZero();
    }

    @Test
    void aDeferredMessageIsTriedAgainByTheTimetableAndThenGivenUp() {
        stage.subscribeHook("map");
        stage.enqueue(Occasion.OPENED);
        List<Duration> waits = new ArrayList<>();

        for (int i = 0; i < 10; i++) {
            stage.webhook.answer(FakeChannel.busy(Duration.ZERO));
            assertThat(stage.relayAll()).isEqualTo(1);
            assertThat(stage.relayAll()).isZero();
            if (i < 9) {
                waits.add(waitForNext());
            }
        }

        assertThat(waits).containsExactlyElementsOf(Timetable.WEBHOOK.waits().subList(1, 10));
        assertThat(stage.states()).containsExactly("dead");
        assertThat(stage.outbox.depth().dead()).isEqualTo(1);
        assertThat(stage.meters
                        .counter("tocsin.notify.given.up", "channel", "webhook")
                        .count())
                .isPositive();
        assertThat(stage.texts("select n || ' ' || outcome || ' ' || status from attempt order by n"))
                .hasSize(10)
                .startsWith("1 deferred 503")
                .endsWith("10 deferred 503");
    }

    @Test
    void aRefusedMessageIsGivenUpAtOnce() {
        stage.subscribeMail("duty@ngo.example");
        stage.enqueue(Occasion.OPENED);
        stage.mail.answer(new Delivery.Refused(new Delivery.Reply(550, "550 5.1.1 no such user")));

        stage.relayAll();

        assertThat(stage.states()).containsExactly("dead");
        assertThat(stage.texts("select detail from attempt")).containsExactly("550 5.1.1 no such user");
    }

    @Test
    void anEndpointThatIsGoneGetsNothingMore() {
        stage.subscribeHook("map");
        stage.enqueue(Occasion.OPENED);
        stage.enqueue(Occasion.ESCALATED, Notices.ALERT, "cd".repeat(32));
        stage.webhook.answer(new Delivery.Gone(new Delivery.Reply(410, "HTTP 410 Gone")));

        stage.relayAll();

        assertThat(stage.states()).containsExactly("dead", "withdrawn");
        assertThat(stage.texts("select disabled_because from endpoint")).containsExactly("it answered that it is gone");
        assertThat(stage.enqueue(Occasion.OPENED, new UUID(1, 1), "ef".repeat(32)))
                .isZero();
    }

    @Test
    void anEndpointThatFailsForDaysIsDisabled() {
        stage.subscribeHook("map");
        stage.enqueue(Occasion.OPENED);
        stage.webhook.answer(FakeChannel.busy(Duration.ZERO), FakeChannel.busy(Duration.ZERO));

        stage.relayAll();
        stage.pass(Duration.ofDays(5).plusSeconds(1));
        stage.relayAll();

        assertThat(stage.texts("select disabled_because from endpoint"))
                .containsExactly("nothing but failures for 5 days");
        assertThat(stage.states()).containsExactly("withdrawn");
    }

    @Test
    void laterNewsOfAnAlertWaitsForTheEarlier() {
        stage.subscribeHook("map");
        stage.enqueue(Occasion.OPENED);
        stage.enqueue(Occasion.ESCALATED, Notices.ALERT, "cd".repeat(32));
        stage.webhook.answer(FakeChannel.busy(Duration.ZERO));

        stage.relayAll();
        stage.enqueue(Occasion.OPENED, new UUID(2, 2), "ef".repeat(32));
        stage.relayAll();
        assertThat(stage.states()).containsExactly("pending", "pending", "sent");

        stage.pass(Duration.ofSeconds(5));
        int before = stage.webhook.given().size();
        stage.relayAll();

        assertThat(stage.states()).containsExactly("sent", "sent", "sent");
        assertThat(stage.webhook.given().stream().skip(before))
                .extracting(given -> given.notice().alarm().occasion())
                .containsExactly(Occasion.OPENED, Occasion.ESCALATED);
    }

    @Test
    void aPauseAnEndpointAsksForHoldsBackAllOfItsMessagesAndUsesUpNoAttemptOfTheOthers() {
        stage.subscribeHook("map");
        stage.enqueue(Occasion.OPENED);
        Claim first = stage.claim("node-a", 1).get(0);
        stage.enqueue(Occasion.OPENED, new UUID(3, 3), "ef".repeat(32));
        stage.finish(first, FakeChannel.busy(Duration.ofMinutes(10)));

        stage.pass(Duration.ofMinutes(9));
        assertThat(stage.relayAll()).isZero();
        stage.pass(Duration.ofMinutes(1));
        assertThat(stage.relayAll()).isEqualTo(2);
        assertThat(stage.count("select count(*) from attempt")).isEqualTo(3);
    }

    @Test
    void aCrashAfterTheFarEndAcceptedSendsAgainUnderTheSameId() {
        stage.subscribeHook("map");
        stage.enqueue(Occasion.OPENED);
        int before = stage.webhook.ids().size();

        stage.relayAll(point -> {
            if (point.equals("accepted")) {
                throw new IllegalStateException("the process dies here");
            }
        });
        assertThat(stage.states()).containsExactly("pending");
        assertThat(stage.relayAll()).as("the lease still holds").isZero();

        stage.pass(Outbox.LEASE);
        assertThat(stage.relayAll()).isEqualTo(1);
        assertThat(stage.states()).containsExactly("sent");
        List<UUID> ids = stage.webhook.ids().subList(before, before + 2);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void aWorkerThatLostItsLeaseChangesNothing() {
        stage.subscribeHook("map");
        stage.enqueue(Occasion.OPENED);
        Claim slow = stage.claim("node-a", 1).get(0);
        stage.pass(Outbox.LEASE);
        Claim quick = stage.claim("node-b", 1).get(0);

        assertThat(stage.finish(slow, new Delivery.Refused(new Delivery.Reply(400, "late"))))
                .isFalse();
        assertThat(stage.states()).containsExactly("pending");
        assertThat(stage.count("select count(*) from attempt")).isZero();

        assertThat(stage.finish(quick, new Delivery.Accepted(new Delivery.Reply(200, "OK"))))
                .isTrue();
        assertThat(stage.finish(slow, FakeChannel.busy(Duration.ZERO))).isFalse();
        assertThat(stage.states()).containsExactly("sent");
    }

    @Test
    void aLeaseKeepsOthersAwayUntilItEnds() {
        stage.subscribeHook("map");
        stage.enqueue(Occasion.OPENED);
        stage.claim("node-a", 1);

        stage.pass(Outbox.LEASE.minusMillis(1));
        assertThat(stage.claim("node-b", 1)).isEmpty();
        stage.pass(Duration.ofMillis(1));
        assertThat(stage.claim("node-b", 1)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsGivenUpWithTheReasonAndTheOthersGo() {
        stage.subscribe(
                List.of(new Subscribers.Person("duty@ngo.example", "", "en", ZoneId.of("UTC"), List.of(), false)),
                List.of(Stage.hook("map")));
        stage.enqueue(Occasion.OPENED, new UUID(5, 1), "ab".repeat(32));
        stage.enqueue(Occasion.OPENED, new UUID(5, 2), "cd".repeat(32));
        stage.jdbi.useHandle(handle -> {
            handle.execute(
                    "update notification set payload = '{\"alarm\": 7}' where endpoint is not null and evidence like 'ab%'");
            handle.execute("update recipient set zone = 'Mars/Olympus'");
        });

        assertThat(stage.relayAll()).isEqualTo(4);

        assertThat(stage.texts("select channel || ' ' || state from notification order by channel, seq"))
                .containsExactly("email dead", "email dead", "webhook dead", "webhook sent");
        assertThat(stage.texts("select detail from attempt a join notification n on n.id = a.notification"
                        + " where n.state = 'dead' order by n.channel, n.seq"))
                .hasSize(3)
                .allSatisfy(detail -> assertThat(detail).startsWith("cannot be read here: "))
                .first(STRING)
                .contains("Mars/Olympus");
        assertThat(stage.count("select count(*) from outbox")).isZero();
        assertThat(stage.outbox.depth().dead()).isEqualTo(3);
        assertThat(stage.meters
                        .counter("tocsin.notify.unreadable", "channel", "email")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aSlowEndpointLeavesSendersForTheOthers() {
        stage.subscribe(List.of(), List.of(Stage.hook("slow"), Stage.hook("quick")));
        for (int i = 0; i < 40; i++) {
            stage.enqueue(Occasion.OPENED, new UUID(4, i), "%064x".formatted(i));
        }
        stage.jdbi.useHandle(
                handle -> handle.execute(
                        "update outbox set due_at = due_at - interval '1 hour' where endpoint = (select id from endpoint where name = 'slow')"));

        stage.claim("node-a", Outbox.PER_ENDPOINT);
        List<Claim> next = stage.claim("node-a", Outbox.PER_ENDPOINT);

        assertThat(next)
                .hasSize(Outbox.PER_ENDPOINT)
                .allSatisfy(claim -> assertThat(claim.destination())
                        .isInstanceOfSatisfying(
                                Destination.Endpoint.class,
                                endpoint -> assertThat(endpoint.name()).isEqualTo("quick")));
    }

    private void empty(String name, CountDownLatch start) {
        try (Relay relay = stage.relay(name, Waypoints.NONE)) {
            start.await();
            while (relay.run() > 0) {
                assertThat(relay.awaitIdle(Duration.ofSeconds(10))).isTrue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration waitForNext() {
        Instant due = stage.jdbi.withHandle(handle ->
                handle.select("select due_at from outbox").mapTo(Instant.class).one());
        Duration wait = Duration.between(stage.now(), due);
        stage.pass(wait);
        return wait;
    }
}
