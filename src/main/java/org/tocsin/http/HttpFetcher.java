package org.tocsin.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches from other people's servers as a good guest does: spaced, patient, with conditions, and not for ever.
 *
 * <p>Retries, redirects, the waits a host asks for and the rest it gets after failing are all in here; what comes out is one
 * {@link Fetch}. Safe for many threads; hosts are shared between them.
 */
public final class HttpFetcher {
    private static final Logger log = LoggerFactory.getLogger(HttpFetcher.class);

    private final HttpSettings settings;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final MeterRegistry meters;
    private final HostGate gate;
    private final Attempts attempts;

    /**
     * @param clock for spacing and breakers; the time-out of an attempt runs by the machine's own
     * @param random spreads the pauses between attempts
     */
    public HttpFetcher(
            HttpSettings settings,
            HttpWire wire,
            InstantSource clock,
            Sleeper sleeper,
            RandomGenerator random,
            MeterRegistry meters) {
        this.settings = settings;
        this.sleeper = sleeper;
        this.random = random;
        this.meters = meters;
        this.gate = new HostGate(settings.host(), clock);
        this.attempts = new Attempts(settings, wire, gate, clock, sleeper);
    }

    /**
     * Asks until there is an answer or no point in asking.
     *
     * @param sink gets the body of a {@link Fetch.Answer}, and possibly of broken attempts before it
     * @throws java.io.UncheckedIOException only what the sink threw; the far end's failures are values
     */
    public Fetch fetch(FetchRequest request, BodySink sink) {
        long start = System.nanoTime();
        Fetch fetch = persist(request, sink);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        meters.counter("tocsin.http.requests", "client", request.client(), "outcome", fetch.outcome())
                .increment();
        meters.timer("tocsin.http.duration", "client", request.client()).record(took);
        tell(request, fetch, took);
        return fetch;
    }

    private Fetch persist(FetchRequest request, BodySink sink) {
        for (int attempt = 1; ; attempt++) {
            Fetch fetch = attempts.run(request, sink);
            if (!(fetch instanceof Fetch.Failed failed) || !failed.passing()) {
                return fetch;
            }
            Duration pause = pause(attempt, failed);
            boolean pointless = attempt >= settings.retry().attempts()
                    || pause.compareTo(settings.retry().longestWait().toJavaDuration()) > 0
                    || gate.isShut(request.call().authority());
            if (pointless) {
                return failed;
            }
            meters.counter("tocsin.http.retries", "client", request.client(), "reason", failed.outcome())
                    .increment();
            try {
                sleeper.sleep(pause);
            } catch (InterruptedException e) {
                return Attempts.interrupted();
            }
        }
    }

    private Duration pause(int attempt, Fetch.Failed failed) {
        Duration pause = settings.retry().pause(attempt, random);
        return pause.compareTo(failed.atLeast()) > 0 ? pause : failed.atLeast();
    }

    private static void tell(FetchRequest request, Fetch fetch, Duration took) {
        if (fetch instanceof Fetch.Failed failed) {
            log.info(
                    "fetch client={} outcome={} status={} ms={} uri={} detail={}",
                    request.client(),
                    fetch.outcome(),
                    failed.status(),
                    took.toMillis(),
                    request.redactedUri(),
                    failed.detail());
        } else {
            log.debug(
                    "fetch client={} outcome={} ms={} uri={}",
                    request.client(),
                    fetch.outcome(),
                    took.toMillis(),
                    request.redactedUri());
        }
    }
}
