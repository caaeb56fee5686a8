package org.tocsin.api;

import java.time.LocalDate;
import org.tocsin.crisis.CrisisStore;

/** A crisis as a list shows it. */
record CrisisSummary(String id, String name, LocalDate since, int version) {
    static CrisisSummary from(CrisisStore.Versioned held) {
        return new CrisisSummary(
                held.crisis().id().value(), held.crisis().name(), held.crisis().since(), held.version());
    }
}
