package org.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.Level;
import org.tocsin.figure.Metric;
import org.tocsin.notify.Subscription.Answer;

class SubscriptionTest {
    private static final Addressee SOMEBODY = new Addressee(1L, null);

    private final Notice warning = Notices.opened();

    @Test
    void whoAsksForNothingInParticularGetsEverything() {
        assertThat(new Subscription(SOMEBODY, Set.of(), Set.of(), Set.of(), Level.WATCH)
                        .answer(Subscription.News.of(warning)))
                .isEqualTo(Answer.WANTED);
    }

    @Test
    void everyFilterMustLetItThrough() {
        assertThat(subscription(Set.of("myanmar"), Set.of("MMR"), Set.of(Metric.NEW_DISPLACEMENTS), Level.WARNING))
                .isEqualTo(Answer.WANTED);
        assertThat(subscription(Set.of("sudan"), Set.of("MMR"), Set.of(Metric.NEW_DISPLACEMENTS), Level.WATCH))
                .isEqualTo(Answer.OTHER_CRISIS);
        assertThat(subscription(Set.of("myanmar"), Set.of("SDN"), Set.of(), Level.WATCH))
                .isEqualTo(Answer.OTHER_COUNTRY);
        assertThat(subscription(Set.of(), Set.of("MMR"), Set.of(Metric.KILLED), Level.WATCH))
                .isEqualTo(Answer.OTHER_METRIC);
        assertThat(subscription(Set.of(), Set.of(), Set.of(), Level.CRITICAL)).isEqualTo(Answer.TOO_QUIET);
    }

    @Test
    void aCountryOutsideEveryCrisisIsNotACrisisSomebodyNamed() {
        Notice country = Notices.with(
                Occasion.OPENED, Notices.ALERT, Level.WARNING, new Notice.Scope(null, "Chad", List.of("TCD")));

        assertThat(new Subscription(SOMEBODY, Set.of("myanmar"), Set.of(), Set.of(), Level.WATCH)
                        .answer(Subscription.News.of(country)))
                .isEqualTo(Answer.OTHER_CRISIS);
        assertThat(new Subscription(SOMEBODY, Set.of(), Set.of("TCD"), Set.of(), Level.WATCH)
                        .answer(Subscription.News.of(country)))
                .isEqualTo(Answer.WANTED);
    }

    private Answer subscription(Set<String> crises, Set<String> countries, Set<Metric> metrics, Level minimum) {
        return new Subscription(SOMEBODY, crises, countries, metrics, minimum).answer(Subscription.News.of(warning));
    }
}
