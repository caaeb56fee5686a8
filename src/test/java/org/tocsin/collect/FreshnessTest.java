package org.tocsin.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, 3",
        "7, 7, 14, 21",
        "14, 14, 21, 28",
        "30, 30, 44, 60",
        "90, 90, 120, 150",
        "365, 365, 425, 455",
        "8, 14, 21, 28",
        "400, 365, 425, 455"
    })
    void aSourceGrowsStaleByItsCadence(int cadence, int due, int overdue, int delinquent) {
        assertThat(Freshness.of(cadence, due - 1)).isEqualTo(Freshness.FRESH);
        assertThat(Freshness.of(cadence, due)).isEqualTo(Freshness.DUE);
        assertThat(Freshness.of(cadence, overdue - 1)).isEqualTo(Freshness.DUE);
        assertThat(Freshness.of(cadence, overdue)).isEqualTo(Freshness.OVERDUE);
        assertThat(Freshness.of(cadence, delinquent - 1)).isEqualTo(Freshness.OVERDUE);
        assertThat(Freshness.of(cadence, delinquent)).isEqualTo(Freshness.DELINQUENT);
    }

    @Test
    void theTimeASourceUsuallyTakesToPublishIsNotHeldAgainstIt() {
        LocalDate content = LocalDate.parse("2024-01-31");

        assertThat(new SourceState(1, 30, NOW, content, 9, 0).freshness(NOW)).contains(Freshness.FRESH);
        assertThat(new SourceState(1, 28, NOW, content, 9, 0).freshness(NOW)).contains(Freshness.OVERDUE);
        assertThat(new SourceState(1, 0, NOW, content, 9, 0).contentAge(NOW))
                .contains(Duration.ofDays(30).plusHours(12));
    }

    @Test
    void whatNeverSpokeIsNeitherFreshNorStale() {
        SourceState silent = new SourceState(1, 45, null, null, 0, 4);

        assertThat(silent.freshness(NOW)).isEmpty();
        assertThat(silent.contentAge(NOW)).isEmpty();
        assertThat(silent.successAge(NOW)).isEmpty();
    }
}
