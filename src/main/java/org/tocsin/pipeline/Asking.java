package org.tocsin.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.Bundle;
import org.tocsin.detect.Detector;
import org.tocsin.detect.Joint;
import org.tocsin.detect.Rule;
import org.tocsin.series.LineRef;

/**
 * Which rule asks about which line within what scope.
 *
 * @param name of the scope, {@code crisis:ID} or {@code country:ISO3}
 * @param asOf the moment whose knowledge is read; null: what is known at {@code now}
 */
record Asking(
        Rule rule,
        LineRef line,
        String name,
        Scoped scoped,
        @Nullable Instant asOf,
        Instant now) {
    Instant moment() {
        return asOf == null ? now : asOf;
    }

    LocalDate today() {
        return LocalDate.ofInstant(moment(), ZoneOffset.UTC);
    }

    /** The rule's detectors of one kind, also those that only have a say in a bundle or in a joint finding. */
    <T extends Detector> List<T> detectors(Class<T> kind) {
        return detectors(rule, kind);
    }

    static <T extends Detector> List<T> detectors(Rule rule, Class<T> kind) {
        return parts(rule.detector()).filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Stream<Detector> parts(Detector detector) {
        if (detector instanceof Bundle bundle) {
            return bundle.parts().stream().flatMap(Asking::parts);
        }
        return detector instanceof Joint joint ? parts(joint.detector()) : Stream.of(detector);
    }
}
