package org.tocsin.collect.migrants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.MemoryArchive;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class MigrantsCollectorIT extends CollectorContract {
    private static final Instant AUGUST = Instant.parse("2016-08-02T06:00:00Z");
    private static final Instant JANUARY = Instant.parse("2016-01-02T06:00:00Z");

    private final StubServer source = StubServer.start();
    private final MemoryArchive kept = new MemoryArchive(AUGUST);

    @AfterEach
    void close() {
        source.close();
        kept.close();
    }

    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of("type", "missing-migrants", "baseUrl", server.uri(""), "years", List.of(2014));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of("/global-figures/2014/json", request -> StubAnswer.bytes(Recorded.own("migrants/2014.json")));
    }

    @Test
    void theFirstRunAsksForAllYearsAndLaterOnesForThisAndTheOneBefore() throws Exception {
        for (int year = 2014; year <= 2016; year++) {
            source.on("/global-figures/" + year + "/json", StubAnswer.bytes(Recorded.own("migrants/2014.json")));
        }

        fetch(Cursor.first(AUGUST));
        assertThat(source.received()).hasSize(3);
        fetch(new Cursor(AUGUST, Optional.empty(), Optional.of(AUGUST)));
        assertThat(source.received()).hasSize(5);
        assertThat(source.last().uri().getPath()).isEqualTo("/global-figures/2016/json");
    }

    @Test
    void theListOfAYearMayBeMissingInItsJanuaryOnly() throws Exception {
        source.on("/global-figures/2014/json", StubAnswer.bytes(Recorded.own("migrants/2014.json")));
        source.on("/global-figures/2015/json", StubAnswer.bytes(Recorded.own("migrants/2014.json")));

        fetch(Cursor.first(JANUARY));
        assertThat(kept.take()).hasSize(2);
        assertThatThrownBy(() -> fetch(Cursor.first(AUGUST))).isInstanceOf(FetchFailedException.class);
    }

    private void fetch(Cursor cursor) throws FetchFailedException {
        new MigrantsCollectorFactory(source.uri(""), null, null).build().fetch(cursor, kept);
    }
}
