package org.tocsin.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.Change;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Kind;
import org.tocsin.series.Coverage;
import org.tocsin.series.LineRef;

/** How evidence is cut out of a line: for which rule, of what scope, as known when, and because of which change. */
record Cut(Rule rule, LineRef line, Scoped scoped, Change change, Moment at, Coverage coverage) {
    record Moment(@Nullable Instant asOf, Instant now, Instant since) {}

    @Nullable
    Instant asOf() {
        return at.asOf();
    }

    Kind kind() {
        return line.line().measure().kind();
    }

    Instant moment() {
        Instant asOf = at.asOf();
        return asOf == null ? at.now() : asOf;
    }

    LocalDate today() {
        return LocalDate.ofInstant(moment(), ZoneOffset.UTC);
    }

    int reach() {
        return rule.detector().reach(kind());
    }

    /** The first day of which anything is told. */
    LocalDate oldest() {
        return today().minusDays(rule.firing().maxAgeDays());
    }

    boolean looksOnward() {
        return change.onlyLowers() && reach() > 0;
    }
}
