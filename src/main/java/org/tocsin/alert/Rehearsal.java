package org.tocsin.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;
import org.tocsin.detect.Reason;

/** A book of alerts in memory, kept by the same hand as the real one: what would have been told. One thread at a time. */
public final class Rehearsal implements Book {
    private static final Duration AGAIN = Duration.ofDays(1);

    private final Memory memory = new Memory();

    @Override
    public Outcome take(Decision decision) {
        memory.speaker = decision.lineId();
        return new Taking(memory).take(decision, kept -> {});
    }

    @Override
    public Optional<Alert> findOpen(AlertKey key) {
        return memory.findOpen(key);
    }

    @Override
    public Optional<AlertEvent> closeStale(UUID id, Instant at) {
        Alert alert = memory.get(id);
        return alert.standing().state().isOpen()
                ? Optional.of(new Taking(memory).close(alert, Reason.STALE.code(), at))
                : Optional.empty();
    }

    /** Open alerts whose time to be looked at has come, the longest waiting first. */
    public List<Alert> toLookAt(Instant now) {
        return memory.open.values().stream()
                .filter(alert -> alert.standing().lookAt() != null
                        && !alert.standing().lookAt().isAfter(now))
                .sorted(Comparator.comparing(
                                (Alert alert) -> alert.standing().lookAt(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Alert::seq))
                .toList();
    }

    /** Puts off the next look at an alert that a look found nothing to judge of. */
    public void looked(UUID id, Instant at) {
        Instant next = memory.get(id).standing().lookAt();
        if (next != null && !next.isAfter(at)) {
            memory.lookAgain(id, at.plus(AGAIN));
        }
    }

    private static final class Memory implements Episodes {
        private final Map<AlertKey, Alert> open = new HashMap<>();
        private final Map<AlertKey, Alert> newest = new HashMap<>();
        private final Map<UUID, AlertKey> keys = new HashMap<>();
        private final Map<UUID, Set<Long>> joined = new HashMap<>();
        private final Map<UUID, Instant> corrected = new HashMap<>();
        private long events;
        private long speaker;

        @Override
        public Optional<Alert> findOpen(AlertKey key) {
            return Optional.ofNullable(open.get(key));
        }

        @Override
        public Optional<Alert> lastTold(AlertKey key) {
            return Optional.ofNullable(newest.get(key)).filter(alert -> {
                Instant takenBack = corrected.get(alert.id());
                return takenBack == null || takenBack.isBefore(alert.told().at());
            });
        }

        @Override
        public boolean joined(UUID alert, long line) {
            return joined.getOrDefault(alert, Set.of()).contains(line);
        }

        @Override
        public void open(UUID id, AlertKey key, String level, Alert.Told told, Instant lookAt) {
            Alert.Standing standing =
                    new Alert.Standing(AlertState.OPEN, Level.of(level), told.at(), told.at(), lookAt);
            keys.put(id, key);
            put(new Alert(id, keys.size(), key, standing, told, null));
        }

        @Override
        public void tell(UUID id, String level, Alert.Told told) {
            Alert alert = get(id);
            put(new Alert(id, alert.seq(), alert.key(), alert.standing(), told, null));
        }

        @Override
        public void move(UUID id, String state, String level, Instant at, @Nullable Instant lookAt) {
            Alert alert = get(id);
            Instant changed = at.isAfter(alert.standing().changedAt())
                    ? at
                    : alert.standing().changedAt();
            put(new Alert(
                    id,
                    alert.seq(),
                    alert.key(),
                    new Alert.Standing(
                            AlertState.of(state),
                            Level.of(level),
                            alert.standing().openedAt(),
                            changed,
                            lookAt),
                    alert.told(),
                    null));
        }

        @Override
        public void lookAgain(UUID id, Instant lookAt) {
            Alert.Standing standing = get(id).standing();
            move(id, standing.state().code(), standing.level().code(), standing.changedAt(), lookAt);
        }

        @Override
        public long add(UUID alert, String kind, String level, boolean told, AlertEvent.Trace trace) {
            if (kind.equals(AlertEvent.Kind.CORROBORATED.code())) {
                joined.computeIfAbsent(alert, any -> new HashSet<>()).add(speaker);
            }
            if (kind.equals(AlertEvent.Kind.CORRECTED.code())) {
                corrected.put(alert, trace.at());
            }
            return ++events;
        }

        private Alert get(UUID id) {
            AlertKey key = keys.get(id);
            Alert alert = key == null ? null : newest.get(key);
            if (alert == null || !alert.id().equals(id)) {
                throw new NoSuchAlertException(id);
            }
            return alert;
        }

        private void put(Alert alert) {
            newest.put(alert.key(), alert);
            if (alert.standing().state().isOpen()) {
                open.put(alert.key(), alert);
            } else {
                open.remove(alert.key());
            }
        }
    }
}
