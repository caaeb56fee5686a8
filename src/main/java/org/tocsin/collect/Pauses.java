package org.tocsin.collect;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.figure.SourceId;

/** The only door to which sources somebody has paused. */
public final class Pauses {
    private static final String PAUSE = """
            update source set paused_at = :at, paused_by = :by, paused_because = :because where id = :source
            """;

    private static final String RESUME = """
            update source set paused_at = null, paused_by = null, paused_because = null
            where id = :source and paused_at is not null
            """;

    private static final String ALL = """
            select id, paused_at, paused_by, paused_because from source where paused_at is not null
            """;

    private final Jdbi jdbi;

    public Pauses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Pauses a source, or says anew why it is paused.
     *
     * @throws IllegalArgumentException if no such source has declared itself
     */
    public void pause(SourceId source, Pause pause) {
        int paused = jdbi.withHandle(handle -> handle.createUpdate(PAUSE)
                .bind("source", source.value())
                .bind("at", RunLog.utc(pause.at()))
                .bind("by", pause.by())
                .bind("because", pause.because())
                .execute());
        if (paused == 0) {
            throw new IllegalArgumentException("no source '" + source + "'");
        }
    }

    /** Lets a source be asked again; false if it was not paused. */
    public boolean resume(SourceId source) {
        return jdbi.withHandle(handle -> handle.createUpdate(RESUME)
                        .bind("source", source.value())
                        .execute())
                > 0;
    }

    public Optional<Pause> find(SourceId source) {
        return Optional.ofNullable(all().get(source));
    }

    /** Every source that is paused. */
    Map<SourceId, Pause> all() {
        return jdbi
                .withHandle(handle -> handle.createQuery(ALL)
                        .map((row, context) -> Map.entry(
                                new SourceId(row.getString("id")),
                                new Pause(
                                        row.getObject("paused_at", java.time.OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("paused_by"),
                                        row.getString("paused_because"))))
                        .list())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
