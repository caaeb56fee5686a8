package org.tocsin.collect.fts;

import java.util.Comparator;
import java.util.Optional;
import org.tocsin.collect.Row;

/** How many people a plan is about, counted once across its sectors. */
record Caseload(Row row) {
    /**
     * The caseload of the plan as a whole.
     *
     * <p>A plan can list more, of parts of its people, in any order; they overlap and are never added. The whole one has the lowest
     * reference, {@code 1} or {@code BP1}.
     */
    static Optional<Caseload> ofWholePlan(Row caseloads) {
        return caseloads.elements().stream().map(Caseload::new).min(Comparator.comparingInt(Caseload::reference));
    }

    /** The total of one type, for example {@code inNeed}. */
    Optional<Row> find(String type) {
        return row.child("totals").elements().stream()
                .filter(total -> total.node().path("type").asText().equals(type))
                .findFirst();
    }

    private int reference() {
        String digits = row.node().path("customReference").asText().replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
