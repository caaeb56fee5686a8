package org.tocsin.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.EqualAge;
import org.tocsin.figure.Period;
import org.tocsin.series.Frame;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesReading;
import org.tocsin.series.Window;

/**
 * Windows with the judged one last, at equal age where the rule asks for it: the earlier ones as they were known when they were as old
 * as the judged one is, which itself is read as it stands, so that what is taken back from it is seen.
 *
 * <p>What ended before we asked its source, or before the source spoke of it, is not known at that age. To put in its place what the
 * source says today would be the unequal comparison again; it stays unknown and is counted, and a rule that needs a history says that it
 * has none until enough windows have grown old under our eyes.
 *
 * @param age null where windows are as they stand
 */
record AgedWindows(List<Window> windows, @Nullable EqualAge age) {
    /** The age of the judged window on a day, and at least the one that is asked for. */
    static int age(int atLeast, LocalDate judgedEnd, LocalDate today) {
        return Math.max(atLeast, Math.toIntExact(ChronoUnit.DAYS.between(judgedEnd, today)));
    }

    static AgedWindows asTheyStand(List<Window> windows) {
        return new AgedWindows(windows, null);
    }

    /**
     * At an age.
     *
     * @param standing the same windows as they stand, the judged one last
     * @param frame how these were cut
     */
    static AgedWindows of(
            SeriesReading series, LineRef line, Scope scope, Frame frame, List<Window> standing, int days) {
        Period judged = standing.get(standing.size() - 1).period();
        Period span = new Period(standing.get(0).period().start(), judged.end());
        List<Window> aged = series.windowsOfAge(
                line, scope, new Frame(frame.bucket(), span, frame.asOf(), frame.now(), frame.lumps()), days);
        int unheard = 0;
        for (int i = 0; i < standing.size(); i++) {
            if (standing.get(i).value() != null && aged.get(i).value() == null) {
                unheard++;
            }
        }
        return new AgedWindows(aged, new EqualAge(days, unheard));
    }

    Window judged() {
        return windows.get(windows.size() - 1);
    }
}
