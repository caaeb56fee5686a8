package org.tocsin.notify;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;
import org.tocsin.figure.Metric;

/**
 * What one addressee wants to hear of. Filters are joined by and; an empty one lets everything through.
 *
 * @param countries ISO 3166-1 alpha-3
 */
public record Subscription(
        Addressee addressee, Set<String> crises, Set<String> countries, Set<Metric> metrics, Level minimum) {
    /** Why a notice goes to a subscriber or not. */
    public enum Answer {
        WANTED,
        OTHER_CRISIS,
        OTHER_COUNTRY,
        OTHER_METRIC,
        TOO_QUIET
    }

    public Subscription {
        crises = Set.copyOf(crises);
        countries = Set.copyOf(countries);
        metrics = Set.copyOf(metrics);
    }

    /**
     * What a subscription asks about an alert.
     *
     * @param crisis empty for a country that lies in none
     * @param countries ISO 3166-1 alpha-3
     */
    public record News(@Nullable String crisis, Set<String> countries, Metric metric, Level level) {
        public News {
            countries = Set.copyOf(countries);
        }

        static News of(Notice notice) {
            Notice.Scope scope = notice.topic().scope();
            return new News(
                    scope.crisis(),
                    Set.copyOf(scope.countries()),
                    notice.topic().measure().metric(),
                    notice.alarm().level());
        }
    }

    public Answer answer(News news) {
        if (!crises.isEmpty() && (news.crisis() == null || !crises.contains(news.crisis()))) {
            return Answer.OTHER_CRISIS;
        }
        if (!countries.isEmpty() && Collections.disjoint(countries, news.countries())) {
            return Answer.OTHER_COUNTRY;
        }
        if (!metrics.isEmpty() && !metrics.contains(news.metric())) {
            return Answer.OTHER_METRIC;
        }
        return news.level().compareTo(minimum) < 0 ? Answer.TOO_QUIET : Answer.WANTED;
    }
}
