package org.tocsin.series;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one line in one scope is seen at a moment; null: as it stands. */
interface LineSight {
    /** The series that may be added up. */
    List<SeriesRef> places(@Nullable Instant asOf);

    Beliefs beliefs(@Nullable Instant asOf);

    Coverage coverage(@Nullable Instant asOf);

    Validity validity(@Nullable Instant asOf);
}
