package org.tocsin.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a crisis stands.
 *
 * @param funding null where no source states what is required
 */
record CrisisView(
        String id,
        String name,
        String since,
        List<Standing> standings,
        @Nullable Money funding) {
    boolean stated() {
        return !standings.isEmpty() || funding != null;
    }

    /**
     * The last number of a headline line.
     *
     * @param trend address of its trend
     * @param notes what must be known of the value
     */
    record Standing(String metric, String value, String when, String notes, String trend, Wording.Credit credit) {}

    /** What of the appeals is paid. */
    record Money(
            String coverage, String received, String required, String gap, String counted, String listed, String day) {}
}
