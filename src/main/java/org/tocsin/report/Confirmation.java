package org.tocsin.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Figure;

/**
 * A confirmation that is complete, ready to be written down: exactly one of figure and change is there.
 *
 * @param newEvent an event that has to be written down with it; null if it belongs to none, or to one that is known
 */
public record Confirmation(
        Candidate candidate,
        Candidate.Ruling ruling,
        @Nullable Event newEvent,
        @Nullable Figure figure,
        @Nullable ChangeStatement change) {
    public Confirmation {
        if ((figure == null) == (change == null)) {
            throw new IllegalArgumentException("a confirmation is of a figure or of a change: " + candidate.id());
        }
    }

    Proposal proposal() {
        return Objects.requireNonNull(ruling.confirmed(), "a confirmation says what was confirmed");
    }

    Candidate.Home home() {
        return Objects.requireNonNull(ruling.home(), "a confirmation says where it goes");
    }
}
