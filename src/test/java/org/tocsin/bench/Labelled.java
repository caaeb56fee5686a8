package org.tocsin.bench;

import java.util.BitSet;
import java.util.List;
import org.tocsin.detect.Point;

/**
 * One series with what is known to have happened in it; all marks are indices of its points.
 *
 * @param points consecutive windows, oldest first
 * @param firstScored where scoring begins; alarms before it do not count
 * @param onsets the scored escalations
 * @param near where an alarm belongs to an escalation, scored or not
 * @param quiet where any alarm is a false one
 */
record Labelled(String name, List<Point> points, int firstScored, List<Integer> onsets, BitSet near, BitSet quiet) {
    Labelled {
        points = List.copyOf(points);
        onsets = List.copyOf(onsets);
    }
}
