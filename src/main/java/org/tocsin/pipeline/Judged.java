package org.tocsin.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.notify.Notice;

/** What came of one subject, gathered while its transaction is open and said only when that has been committed. */
final class Judged {
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    /**
     * An event that was handed to the outbox.
     *
     * @param messages how many destinations it goes to
     */
    record Told(Decision decision, AlertEvent event, Notice notice, int messages) {}

    void decided(Decision decision) {
        decisions.add(decision);
    }

    void told(Told event) {
        told.add(event);
    }

    List<Decision> decisions() {
        return decisions;
    }

    List<Told> told() {
        return told;
    }
}
