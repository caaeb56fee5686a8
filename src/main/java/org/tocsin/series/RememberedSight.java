package org.tocsin.series;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;
import org.tocsin.figure.Rolling;

/** Sees a line at any moment from everything that was ever believed of it, read once. */
final class RememberedSight implements LineSight {
    private final List<SeriesRef> inside;
    private final List<Version> versions;
    private final Function<@Nullable Instant, Coverage> coverage;
    private final Line line;
    private final List<Validity.PlanEnd> planEnds;

    RememberedSight(Handle handle, LineRef line, Scope scope, Function<@Nullable Instant, Coverage> coverage) {
        this.inside = new LineDao(handle).series(line, scope);
        this.versions = new SeriesDao(handle, inside, null).ever();
        this.coverage = coverage;
        this.line = line.line();
        this.planEnds = new LineDao(handle).planEnds(line.line());
    }

    @Override
    public List<SeriesRef> places(@Nullable Instant asOf) {
        if (inside.stream().noneMatch(series -> series.rolling() == Rolling.TOTAL)) {
            return inside;
        }
        Set<Long> speaking = versions.stream()
                .filter(version -> version.isHeld(asOf))
                .map(version -> version.belief().id().series())
                .collect(Collectors.toSet());
        return SeriesRef.addable(inside, speaking);
    }

    @Override
    public Beliefs beliefs(@Nullable Instant asOf) {
        Set<Long> places = places(asOf).stream().map(SeriesRef::id).collect(Collectors.toSet());
        List<Version> ofPlaces = versions.stream()
                .filter(version -> places.contains(version.belief().id().series()))
                .toList();
        List<Belief> held = ofPlaces.stream()
                .filter(version -> version.isHeld(asOf))
                .map(Version::belief)
                .toList();
        List<Period> givenUp = ofPlaces.stream()
                .filter(version -> version.isGivenUp(asOf))
                .map(version -> version.belief().period())
                .distinct()
                .toList();
        return new RememberedBeliefs(held, givenUp);
    }

    @Override
    public Coverage coverage(@Nullable Instant asOf) {
        return coverage.apply(asOf);
    }

    @Override
    public Validity validity(@Nullable Instant asOf) {
        return Validity.of(line, planEnds, asOf);
    }
}
