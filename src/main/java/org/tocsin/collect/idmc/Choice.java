package org.tocsin.collect.idmc;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tocsin.collect.Intake;

/**
 * Which rows of a dump count, so that no movement counts twice.
 *
 * <p>As IDMC's own package for R counts them: of an event with recommended figures all of these and nothing else; of any other event, for
 * each of its locations the triangulation entered last. Rows that have no role, as in dumps up to 2023, all count. Memory grows with the
 * number of events and locations, not with the size of the dump.
 */
final class Choice {
    private record Spot(String event, String coordinates) {}

    private record Entry(Instant created, String id) implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::created).thenComparing(Entry::id);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    private final Set<String> recommended = new HashSet<>();
    private final Map<Spot, Entry> latest = new HashMap<>();

    /**
     * Takes a row into account.
     *
     * @throws org.tocsin.figure.InvalidFigureException if it holds no figure; it then stands in no other row's way
     */
    void weigh(IduRow row) {
        row.figure();
        switch (row.role()) {
            case RECOMMENDED -> recommended.add(row.event());
            case TRIANGULATION ->
                latest.merge(spot(row), entry(row), (one, other) -> one.compareTo(other) > 0 ? one : other);
            case NONE -> {}
        }
    }

    /** Tells the row's figure if it counts; every row must have been weighed before. */
    void tell(IduRow row, Intake intake) {
        boolean counts = switch (row.role()) {
            case RECOMMENDED, NONE -> true;
            case TRIANGULATION ->
                !recommended.contains(row.event()) && entry(row).equals(latest.getOrDefault(spot(row), entry(row)));
        };
        if (counts) {
            intake.figure(row.figure());
        } else {
            row.figure();
        }
    }

    private static Spot spot(IduRow row) {
        return new Spot(row.event(), row.coordinates());
    }

    private static Entry entry(IduRow row) {
        return new Entry(row.created(), row.id());
    }
}
