package org.tocsin.notify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.db.TestDatabase;
import org.tocsin.detect.Level;
import org.tocsin.notify.Subscribers.Filter;

/** An outbox on a real database, a clock that is set by hand, and relays over fake channels. */
final class Stage implements AutoCloseable {
    static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    static final String EVIDENCE = "ab".repeat(32);

    final TestDatabase database = TestDatabase.migrated();
    final Jdbi jdbi = database.jdbi();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final SubscriberStore subscribers = new SubscriberStore(jdbi);
    final FakeChannel<Destination.Endpoint> webhook = FakeChannel.webhook();
    final FakeChannel<Destination.Recipient> mail = FakeChannel.mail();
    private Instant now = Instant.parse("2023-11-20T10:00:00Z");
    final InstantSource clock = () -> now;
    final Outbox outbox = new Outbox(jdbi, subscribers, clock);

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void reset() {
        jdbi.useHandle(
                handle -> handle.execute(
                        "truncate recipient, endpoint, subscription, notification, notification_event, outbox, attempt cascade"));
    }

    void subscribeMail(String email, Filter... filters) {
        subscribe(
                List.of(new Subscribers.Person(email, "", "en", ZoneId.of("UTC"), List.of(filters), false)), List.of());
    }

    void subscribeHook(String name, Filter... filters) {
        subscribe(List.of(), List.of(hook(name, filters)));
    }

    static Subscribers.Hook hook(String name, Filter... filters) {
        return new Subscribers.Hook(
                name, URI.create("https://" + name + ".example/hook"), List.of(SECRET), List.of(filters));
    }

    void subscribe(List<Subscribers.Person> people, List<Subscribers.Hook> hooks) {
        subscribers.provision(new Subscribers(people, hooks), now);
    }

    int enqueue(Occasion occasion) {
        return enqueue(occasion, Notices.ALERT, EVIDENCE);
    }

    int enqueue(Occasion occasion, UUID alert, String evidence) {
        return outbox.enqueue(Notices.of(occasion, alert, Level.WARNING), evidence, List.of(41L));
    }

    Relay relay(String node, Waypoints waypoints) {
        RandomGenerator middle = () -> Long.MIN_VALUE;
        Surroundings surroundings = new Surroundings(node, OptionalInt::empty, clock, middle, waypoints);
        return new Relay(outbox, List.of(webhook, mail), surroundings, meters, 16);
    }

    /** What a node that holds no lock claims. */
    List<Claim> claim(String node, int limit) {
        return outbox.claim(new Claimant(node, null), now, limit).claims();
    }

    /** Writes down what became of a claim, as of now. */
    boolean finish(Claim claim, Delivery delivery) {
        Settlement settlement = Settlement.of(delivery, claim.attempts(), Timetable.WEBHOOK, now, () -> Long.MIN_VALUE);
        return outbox.finish(claim, delivery, settlement, new Outbox.Timing(now, now, Duration.ZERO));
    }

    /** Sends all that is due, by a relay of its own. */
    int relayAll() {
        return relayAll(Waypoints.NONE);
    }

    int relayAll(Waypoints waypoints) {
        try (Relay relay = relay("node-a", waypoints)) {
            int all = 0;
            for (int started = relay.run(); started > 0; started = relay.run()) {
                all += started;
                if (!relay.awaitIdle(Duration.ofSeconds(10))) {
                    throw new IllegalStateException("relay does not come to rest");
                }
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> states() {
        return texts("select state from notification order by seq");
    }

    List<String> texts(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
    }

    long count(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        database.close();
    }
}
