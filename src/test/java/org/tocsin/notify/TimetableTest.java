package org.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT5M",
        "3, PT30M",
        "4, PT2H",
        "5, PT5H",
        "6, PT10H",
        "7, PT14H",
        "8, PT20H",
        "9, PT24H",
    })
    void aWebhookIsTriedTenTimes(int made, Duration wait) {
        assertThat(Timetable.WEBHOOK.next(made, NOW, Duration.ZERO, middle())).contains(NOW.plus(wait));
        assertThat(Timetable.WEBHOOK.next(10, NOW, Duration.ZERO, middle())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT5M", "3, PT15M", "4, PT30M", "5, PT1H", "6, PT2H", "7, PT4H", "23, PT4H"})
    void aMailIsTriedForThreeDays(int made, Duration wait) {
        assertThat(Timetable.MAIL.next(made, NOW, Duration.ZERO, middle())).contains(NOW.plus(wait));
        assertThat(Timetable.MAIL.next(24, NOW, Duration.ZERO, middle())).isEmpty();
        assertThat(Timetable.MAIL.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(71), Duration.ofHours(72));
    }

    @Test
    void waitsVaryByAFifthAndNoMore() {
        RandomGenerator random = new Random(7);
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 1000; i++) {
            Instant next = Timetable.WEBHOOK.next(2, NOW, Duration.ZERO, random).orElseThrow();
            long seconds = Duration.between(NOW, next).toSeconds();
            least = Math.min(least, seconds);
            most = Math.max(most, seconds);
        }
        assertThat(least).isBetween(240L, 245L);
        assertThat(most).isBetween(355L, 360L);
    }

    @Test
    void whatTheFarEndAsksForIsNeverShortened() {
        RandomGenerator shortest = () -> 0;

        assertThat(Timetable.WEBHOOK.next(1, NOW, Duration.ofMinutes(90), shortest))
                .contains(NOW.plus(Duration.ofMinutes(90)));
        assertThat(Timetable.WEBHOOK.next(4, NOW, Duration.ofSeconds(60), shortest))
                .contains(NOW.plus(Duration.ofMinutes(96)));
    }

    @Test
    void nobodyMayAskForMoreThanADay() {
        assertThat(new Delivery.Deferred(Delivery.Reply.none("busy"), Duration.ofDays(9)).atLeast())
                .isEqualTo(Duration.ofHours(24));
    }

    /** Halfway between the bounds of the variation. */
    private static RandomGenerator middle() {
        return () -> Long.MIN_VALUE;
    }
}
