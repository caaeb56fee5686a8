package org.tocsin.notify;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A channel that answers as told and remembers what it was given. */
final class FakeChannel<D extends Destination> implements Channel<D> {
    private final Class<D> reaches;
    private final Timetable timetable;
    private final Deque<Delivery> answers = new ArrayDeque<>();
    private final List<Notification> given = new CopyOnWriteArrayList<>();

    FakeChannel(Class<D> reaches, Timetable timetable) {
        this.reaches = reaches;
        this.timetable = timetable;
    }

    static FakeChannel<Destination.Endpoint> webhook() {
        return new FakeChannel<>(Destination.Endpoint.class, Timetable.WEBHOOK);
    }

    static FakeChannel<Destination.Recipient> mail() {
        return new FakeChannel<>(Destination.Recipient.class, Timetable.MAIL);
    }

    /** The next answers; accepted after the last of them. */
    synchronized void answer(Delivery... next) {
        Collections.addAll(answers, next);
    }

    List<UUID> ids() {
        return given.stream().map(Notification::id).toList();
    }

    List<Notification> given() {
        return List.copyOf(given);
    }

    @Override
    public Class<D> reaches() {
        return reaches;
    }

    @Override
    public Timetable timetable() {
        return timetable;
    }

    @Override
    public synchronized Delivery deliver(Notification notification, D destination) {
        given.add(notification);
        Delivery answer = answers.poll();
        return answer == null ? new Delivery.Accepted(new Delivery.Reply(200, "HTTP 200 OK")) : answer;
    }

    static Delivery busy(Duration atLeast) {
        return new Delivery.Deferred(new Delivery.Reply(503, "HTTP 503 Busy"), atLeast);
    }
}
