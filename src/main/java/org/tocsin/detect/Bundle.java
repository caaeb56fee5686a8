package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;

/**
 * Fires when several detectors of different families find the same value at once. METHODS, default bundle: the more families, the
 * louder, and a record high of a louder level lifts the whole. The statistic is how many families fire; the threshold is what the
 * value must exceed for as many as needed.
 *
 * @param parts at least two, all of them upward and judging the same windows
 * @param families per level, how many families must fire
 */
public record Bundle(List<Detector> parts, Map<Level, Integer> families) implements Detector {
    public Bundle {
        parts = List.copyOf(parts);
        families = Levels.rising("families", families);
        long there = parts.stream().map(Detector::family).distinct().count();
        if (Levels.least(families) < 1 || families.values().stream().anyMatch(count -> count > there)) {
            throw new IllegalArgumentException(
                    "families: of " + there + " families, at least one and not more can fire: " + families);
        }
        if (parts.size() < 2
                || parts.stream().anyMatch(part -> part.downward() || !canBePart(part))
                || widths(parts, Kind.FLOW) > 1
                || widths(parts, Kind.STOCK) > 1) {
            throw new IllegalArgumentException(
                    "parts: must be two or more, all upward, each judging the value itself and over the same windows");
        }
    }

    private static boolean canBePart(Detector part) {
        return part.family() != Family.JOINT && part.suits().floor() != Suits.Floor.MEANINGLESS;
    }

    private static long widths(List<Detector> parts, Kind kind) {
        return parts.stream().map(part -> part.width(kind)).distinct().count();
    }

    @Override
    public Family family() {
        return Family.JOINT;
    }

    @Override
    public Suits suits() {
        return parts.stream().map(Detector::suits).reduce(Suits.ANYTHING, Suits::and);
    }

    @Override
    public int reach(Kind kind) {
        return parts.stream().mapToInt(part -> part.reach(kind)).max().orElse(0);
    }

    @Override
    public int width(Kind kind) {
        return parts.get(0).width(kind);
    }

    @Override
    public Judgement judge(Evidence evidence) {
        List<Judgement> found = parts.stream().map(part -> part.judge(evidence)).toList();
        int fired = count(found, List.of(Reason.FIRED));
        Level counted = Levels.loudest(families, needed -> fired >= needed).orElse(null);
        Level level = counted == null ? null : lifted(counted, found);
        Integer needed = counted == null ? Levels.least(families) : families.get(counted);
        return new Judgement(
                level,
                level == null ? quiet(found) : Reason.FIRED,
                found.get(0).value(),
                comparison(found),
                Numbers.of(fired),
                threshold(found, needed == null ? 1 : needed));
    }

    private int count(List<Judgement> found, List<Reason> reasons) {
        return (int) Stream.iterate(0, part -> part < parts.size(), part -> part + 1)
                .filter(part -> reasons.contains(found.get(part).reason()))
                .map(part -> parts.get(part).family())
                .distinct()
                .count();
    }

    private Level lifted(Level level, List<Judgement> found) {
        Level loudest = level;
        for (int part = 0; part < parts.size(); part++) {
            Level of = found.get(part).level();
            if (parts.get(part) instanceof RecordHigh && of != null && of.compareTo(loudest) > 0) {
                loudest = of;
            }
        }
        return loudest;
    }

    /** The first of: nothing is known, too few could judge, a floor stood in the way, not found. */
    private Reason quiet(List<Judgement> found) {
        if (found.get(0).reason() == Reason.UNKNOWN) {
            return Reason.UNKNOWN;
        }
        int least = Levels.least(families);
        if (count(found, List.of(Reason.FIRED, Reason.BELOW_THRESHOLD, Reason.BELOW_FLOOR)) < least) {
            return Reason.NO_HISTORY;
        }
        return count(found, List.of(Reason.FIRED, Reason.BELOW_FLOOR)) >= least
                ? Reason.BELOW_FLOOR
                : Reason.BELOW_THRESHOLD;
    }

    private static Judgement.@Nullable Comparison comparison(List<Judgement> found) {
        return Stream.concat(found.stream().filter(Judgement::fired), found.stream())
                .map(Judgement::comparison)
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
    }

    /** Each family is exceeded where its easiest part is. */
    private @Nullable BigDecimal threshold(List<Judgement> found, int needed) {
        Map<Family, BigDecimal> easiest = new EnumMap<>(Family.class);
        for (int part = 0; part < parts.size(); part++) {
            BigDecimal threshold = found.get(part).threshold();
            if (threshold != null) {
                easiest.merge(parts.get(part).family(), threshold, BigDecimal::min);
            }
        }
        List<BigDecimal> sorted = new ArrayList<>(easiest.values());
        sorted.sort(null);
        return sorted.size() < needed ? null : sorted.get(needed - 1);
    }
}
