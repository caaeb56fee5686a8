package org.tocsin.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sentence that rules can see: a term, an unknown word, a mark, or a quantity with the noun it counts.
 *
 * @param from first token
 * @param to token behind the last one
 * @param quantity present exactly for quantities
 */
record Symbol(
        int from,
        int to,
        long mask,
        List<Sense> senses,
        @Nullable Quantity quantity) {
    static Symbol of(int from, int to, Tag tag) {
        return new Symbol(from, to, tag.bit(), List.of(new Sense(tag, "")), null);
    }

    static Symbol of(int from, int to, List<Sense> senses) {
        long mask = 0;
        for (Sense sense : senses) {
            mask |= sense.tag().bit();
        }
        return new Symbol(from, to, mask, senses, null);
    }

    boolean has(Tag tag) {
        return (mask & tag.bit()) != 0;
    }

    boolean hasAny(long tags) {
        return (mask & tags) != 0;
    }

    /** What a sense names; absent where the symbol has no such sense. */
    @Nullable
    String value(Tag tag) {
        for (Sense sense : senses) {
            if (sense.tag() == tag) {
                return sense.value();
            }
        }
        return null;
    }
}
