package org.tocsin.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be believed and what lately stopped waiting.
 *
 * @param crisis the one it is about; null for all places
 * @param example a call that decides on one
 */
record HoldView(@Nullable Name crisis, List<Entry> waiting, List<Ended> ended, String example) {
    boolean quiet() {
        return waiting.isEmpty();
    }

    boolean anyEnded() {
        return !ended.isEmpty();
    }

    /** A crisis by its name. */
    record Name(String id, String name) {}

    /**
     * A figure as it came.
     *
     * @param sentence what it says
     * @param against what its series said before, and how many times as much this is; empty if nothing
     */
    record Came(String sentence, String against, String source, Wording.Credit credit) {}

    /**
     * A figure that waits.
     *
     * @param id to decide on it
     * @param why it is held
     * @param until when it lets itself go, or that it does not
     */
    record Entry(long id, Came came, String since, String why, String until, Where where) {}

    /**
     * Where it belongs and where it can be looked up.
     *
     * @param link at its source; empty if there is none to follow
     * @param sha256 of the document it was read from; empty where rows of the source do not leave
     */
    record Where(String place, List<Name> crises, String link, String sha256, String pointer) {
        boolean linked() {
            return !link.isEmpty();
        }

        boolean archived() {
            return !sha256.isEmpty();
        }

        String digest() {
            return sha256.substring(0, Math.min(sha256.length(), 12));
        }
    }

    /**
     * A figure that waits no more.
     *
     * @param address of the figure; empty where it is not believed
     */
    record Ended(long id, Came came, String at, String how, String why, String by, String address) {
        boolean believed() {
            return !address.isEmpty();
        }
    }
}
