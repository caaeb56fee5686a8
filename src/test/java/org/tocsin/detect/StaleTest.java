package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaleTest {
    private static final Stale DETECTOR =
            new Stale(Map.of(Level.WATCH, n("1.5"), Level.WARNING, n("4")), n("2"), 20, 5);
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private static Judgement judgement(int publications, Duration gap, @Nullable BigDecimal declared, Duration age) {
        List<Instant> published = new ArrayList<>();
        for (int i = publications - 1; i >= 0; i--) {
            published.add(START.minus(gap.multipliedBy(i)));
        }
        Cadence cadence = new Cadence(published, declared, START.plus(age));
        return DETECTOR.judge(Series.killed((Integer) null).beside(Aside.of(cadence)));
    }

    @Test
    void aSourceIsSilentOnceItHasBeenForLongerThanItEverIs() {
        Judgement judgement = judgement(6, Duration.ofDays(7), null, Duration.ofDays(11));

        assertThat(judgement.level()).isEqualTo(Level.WATCH);
        assertThat(judgement.value()).isEqualByComparingTo(n("11"));
        assertThat(judgement.threshold()).isEqualByComparingTo(n("10.5"));
        assertThat(judgement(6, Duration.ofDays(7), null, Duration.ofHours(252)).fired())
                .isFalse();
        assertThat(judgement(6, Duration.ofDays(7), null, Duration.ofDays(29)).level())
                .isEqualTo(Level.WARNING);
    }

    @Test
    void whoPublishesEveryHourHasTwoDays() {
        assertThat(judgement(6, Duration.ofHours(1), null, Duration.ofHours(47)).fired())
                .isFalse();
        assertThat(judgement(6, Duration.ofHours(1), null, Duration.ofHours(49)).fired())
                .isTrue();
    }

    @Test
    void whatTheSourceDeclaresCountsWhileItsHabitsAreNotKnown() {
        assertThat(judgement(5, Duration.ofDays(7), null, Duration.ofDays(99)).reason())
                .isEqualTo(Reason.NO_HISTORY);
        assertThat(judgement(5, Duration.ofDays(7), n("30"), Duration.ofDays(46))
                        .fired())
                .isTrue();
        assertThat(judgement(5, Duration.ofDays(7), n("30"), Duration.ofDays(45))
                        .fired())
                .isFalse();
    }

    @Test
    void withoutPublicationsNothingIsSaid() {
        assertThat(judgement(0, Duration.ofDays(7), n("30"), Duration.ofDays(46))
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
        assertThat(Series.killed(1).judgedBy(DETECTOR).reason()).isEqualTo(Reason.UNKNOWN);
    }
}
