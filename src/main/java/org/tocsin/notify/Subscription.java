package org.tocsin.notify;

import java.util.Collections;
import java.util.Set;
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

    public Answer answer(Notice notice) {
        Notice.Scope scope = notice.topic().scope();
        if (!crises.isEmpty() && (scope.crisis() == null || !crises.contains(scope.crisis()))) {
            return Answer.OTHER_CRISIS;
        }
        if (!countries.isEmpty() && Collections.disjoint(countries, scope.countries())) {
            return Answer.OTHER_COUNTRY;
        }
        if (!metrics.isEmpty() && !metrics.contains(notice.topic().measure().metric())) {
            return Answer.OTHER_METRIC;
        }
        return notice.alarm().level().compareTo(minimum) < 0 ? Answer.TOO_QUIET : Answer.WANTED;
    }
}
