package org.tocsin.collect;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.tocsin.db.Sounding;
import org.tocsin.figure.SourceId;

/** Shows how each source does, measured when somebody looks. */
public final class SourceMeters {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Sounding<Map<SourceId, SourceState>> states;
    private final InstantSource clock;
    private final MeterRegistry meters;

    private SourceMeters(SourceStates states, InstantSource clock, MeterRegistry meters) {
        this.states = new Sounding<>("how the sources do", states::all, FRESH);
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Begins to show them.
     *
     * @param sources those that are collected; others have no gauges
     */
    public static void register(
            SourceStates states, Collection<SourceId> sources, InstantSource clock, MeterRegistry meters) {
        SourceMeters shown = new SourceMeters(states, clock, meters);
        sources.forEach(shown::show);
    }

    private void show(SourceId source) {
        age("tocsin.collect.success.age", source, SourceState::successAge);
        age("tocsin.collect.content.age", source, SourceState::contentAge);
        number("tocsin.collect.records", source, SourceState::records);
        number("tocsin.collect.failing", source, SourceState::failures);
        number(
                "tocsin.collect.staleness",
                source,
                state -> state.freshness(clock.instant())
                        .map(freshness -> (double) freshness.step())
                        .orElse(Double.NaN));
    }

    private void number(String name, SourceId source, ToDoubleFunction<SourceState> value) {
        Gauge.builder(name, states, all -> read(all, source, value))
                .tag("source", source.value())
                .strongReference(true)
                .register(meters);
    }

    /** A clock that goes on between two measurements. */
    private void age(String name, SourceId source, BiFunction<SourceState, Instant, Optional<Duration>> age) {
        ToDoubleFunction<SourceState> millis = state -> age.apply(state, clock.instant())
                .map(since -> (double) since.toMillis())
                .orElse(Double.NaN);
        TimeGauge.builder(name, states, TimeUnit.MILLISECONDS, all -> read(all, source, millis))
                .tag("source", source.value())
                .strongReference(true)
                .register(meters);
    }

    private static double read(
            Sounding<Map<SourceId, SourceState>> states, SourceId source, ToDoubleFunction<SourceState> value) {
        return states.read(all -> {
            SourceState state = all.get(source);
            return state == null ? Double.NaN : value.applyAsDouble(state);
        });
    }
}
