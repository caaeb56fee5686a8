package org.tocsin.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One attempt at a fetch: the request and the redirects it leads through, each hop past the gate of its host. */
final class Attempts {
    private final HttpSettings settings;
    private final HttpWire wire;
    private final HostGate gate;
    private final InstantSource clock;
    private final Sleeper sleeper;

    Attempts(HttpSettings settings, HttpWire wire, HostGate gate, InstantSource clock, Sleeper sleeper) {
        this.settings = settings;
        this.wire = wire;
        this.gate = gate;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    Fetch run(FetchRequest request, BodySink sink) {
        Redirects redirects = new Redirects(request);
        Duration left = settings.totalTimeout().toJavaDuration();
        Call call = request.firstCall();
        while (true) {
            HostGate.Passage passage = enter(request, call);
            if (passage instanceof HostGate.Passage.Shut shut) {
                return new Fetch.Failed(shut.reason(), 0, call.authority() + " is left alone", shut.atLeast());
            }
            if (!waited((HostGate.Passage.After) passage, call)) {
                return interrupted();
            }
            long start = System.nanoTime();
            Exchange exchange = exchange(call, left, sink);
            left = left.minusNanos(System.nanoTime() - start);
            if (!(exchange instanceof Exchange.Reply reply)) {
                return broken(request, (Exchange.Broken) exchange);
            }
            if (!Statuses.redirects(reply.status())) {
                return judge(request, call, reply);
            }
            Redirects.Hop hop = redirects.follow(call, reply);
            if (hop instanceof Redirects.Hop.Refused refused) {
                return failed(request, refused.reason(), reply.status(), refused.detail(), Duration.ZERO);
            }
            call = ((Redirects.Hop.To) hop).call();
        }
    }

    /** Sets the thread's flag again. */
    static Fetch.Failed interrupted() {
        Thread.currentThread().interrupt();
        return new Fetch.Failed(Reason.INTERRUPTED, 0, "interrupted", Duration.ZERO);
    }

    private HostGate.Passage enter(FetchRequest request, Call call) {
        Duration longest = settings.retry().longestWait().toJavaDuration();
        return gate.enter(call.authority(), request.interval(), longest);
    }

    private boolean waited(HostGate.Passage.After passage, Call call) {
        if (passage.pause().isZero()) {
            return true;
        }
        try {
            sleeper.sleep(passage.pause());
            return true;
        } catch (InterruptedException e) {
            gate.leave(call.authority(), HostGate.Health.UNTOLD);
            return false;
        }
    }

    private Exchange exchange(Call call, Duration left, BodySink sink) {
        HostGate.Health health = HostGate.Health.UNTOLD;
        try {
            Exchange exchange = left.isNegative() || left.isZero()
                    ? new Exchange.Broken(Reason.TIMED_OUT, "redirects took all the time there was")
                    : wire.exchange(call, left, settings.maxBody().toBytes(), sink);
            health = health(exchange);
            return exchange;
        } finally {
            gate.leave(call.authority(), health);
        }
    }

    private static HostGate.Health health(Exchange exchange) {
        if (exchange instanceof Exchange.Reply reply) {
            return Statuses.health(reply.status());
        }
        boolean sick = ((Exchange.Broken) exchange).reason().sick();
        return sick ? HostGate.Health.SICK : HostGate.Health.UNTOLD;
    }

    private Fetch judge(FetchRequest request, Call call, Exchange.Reply reply) {
        int status = reply.status();
        if (Statuses.whole(status)) {
            return answer(request, call, reply);
        }
        if (status == Statuses.NOT_MODIFIED && !request.validators().isEmpty()) {
            return new Fetch.NotModified(request.validators().updatedBy(reply.headers()));
        }
        Instant now = clock.instant();
        Duration atLeast = RetryAfter.of(reply, now);
        if (status == Statuses.ACCEPTED) {
            return new Fetch.Pending(atLeast);
        }
        if (Statuses.passing(status)) {
            gate.rest(call.authority(), now.plus(atLeast));
        }
        return failed(request, Reason.STATUS, status, "status " + status + " " + reply.excerpt(), atLeast);
    }

    private static Fetch answer(FetchRequest request, Call call, Exchange.Reply reply) {
        return new Fetch.Answer(
                reply.status(),
                reply.header("Content-Type").orElse("application/octet-stream"),
                reply.headers(),
                Validators.of(reply.headers()),
                request.secrets().redact(call.uri()),
                reply.bytes());
    }

    private static Fetch broken(FetchRequest request, Exchange.Broken broken) {
        return failed(request, broken.reason(), 0, broken.detail(), Duration.ZERO);
    }

    private static Fetch failed(FetchRequest request, Reason reason, int status, String detail, Duration atLeast) {
        String safe = request.secrets().redact(detail.strip(), request.call());
        return new Fetch.Failed(reason, status, safe, atLeast);
    }
}
