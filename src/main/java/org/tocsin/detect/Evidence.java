package org.tocsin.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All a rule may look at: the windows of one subject, oldest first, the judged one last. Stored once under the SHA-256 of its
 * canonical JSON, so that a judgement can be repeated byte for byte.
 *
 * @param plan of the appeal whose coverage is judged
 * @param aside what some detectors need beside the line
 */
public record Evidence(
        Subject subject,
        Frame frame,
        Change change,
        List<Point> points,
        @Nullable Plan plan,
        @Nullable Aside aside) {
    /** Evidence of nothing but the line itself. */
    public Evidence(Subject subject, Frame frame, Change change, List<Point> points, @Nullable Plan plan) {
        this(subject, frame, change, points, plan, null);
    }

    public Evidence {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("evidence without the judged window: " + subject);
        }
    }

    /** The judged window. */
    public Point judged() {
        return points.get(points.size() - 1);
    }

    /** The windows before the judged one, oldest first. */
    public List<Point> history() {
        return points.subList(0, points.size() - 1);
    }
}
