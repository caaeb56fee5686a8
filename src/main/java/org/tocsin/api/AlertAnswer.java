package org.tocsin.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.Alert;

/**
 * An alert as a list shows it.
 *
 * @param scope {@code crisis:ID} or {@code country:ISO3}
 * @param told the finding that was last told
 */
record AlertAnswer(
        String id,
        String rule,
        String scope,
        String population,
        String cause,
        @Nullable String appeal,
        String state,
        String level,
        Instant openedAt,
        Instant changedAt,
        Told told,
        @Nullable Acknowledged acknowledged) {
    record Told(String level, BigDecimal value, BigDecimal threshold, PeriodAnswer period, Instant at) {
        static Told from(Alert.Told told) {
            return new Told(
                    told.level().code(), told.value(), told.threshold(), PeriodAnswer.from(told.days()), told.at());
        }
    }

    record Acknowledged(String by, Instant at) {}

    static AlertAnswer from(Alert alert) {
        Alert.Acknowledgement seen = alert.acknowledgement();
        return new AlertAnswer(
                alert.id().toString(),
                alert.key().rule(),
                alert.key().scope(),
                alert.key().population(),
                alert.key().cause(),
                alert.key().appeal(),
                alert.standing().state().code(),
                alert.standing().level().code(),
                alert.standing().openedAt(),
                alert.standing().changedAt(),
                Told.from(alert.told()),
                seen == null ? null : new Acknowledged(seen.by(), seen.at()));
    }
}
