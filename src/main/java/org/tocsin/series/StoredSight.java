package org.tocsin.series;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sees a line as the tables hold it. */
record StoredSight(Handle handle, LineRef line, Scope scope) implements LineSight {
    @Override
    public List<SeriesRef> places(@Nullable Instant asOf) {
        return SeriesDao.addable(handle, line, scope, asOf);
    }

    @Override
    public Beliefs beliefs(@Nullable Instant asOf) {
        return new SeriesDao(handle, places(asOf), asOf);
    }

    @Override
    public Coverage coverage(@Nullable Instant asOf) {
        return new CoverageDao(handle).get(line, scope, asOf);
    }

    @Override
    public Validity validity(@Nullable Instant asOf) {
        return Validity.of(line.line(), new LineDao(handle).planEnds(line.line()), asOf);
    }
}
