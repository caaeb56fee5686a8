package org.tocsin.pipeline;

import java.util.List;
import java.util.Optional;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Reason;
import org.tocsin.detect.Rule;

/**
 * Chooses what is judged of the time after figures that were only revised down or taken back: nothing new was said of it, but what it is
 * held against has shrunk.
 *
 * <p>One window leaves a decision, the last in which the shrunken past makes a finding, which is then {@code history_revised} and never
 * sent; else the last of all. A value that comes later is news, and is judged against the past as it is believed then.
 */
final class Afterwards {
    private Afterwards() {}

    static Optional<Evidence> choose(Rule rule, List<Evidence> later) {
        return later.stream()
                .filter(each -> rule.judge(each).reason() == Reason.HISTORY_REVISED)
                .reduce((earlier, last) -> last)
                .or(() -> later.stream().reduce((earlier, last) -> last));
    }
}
