package org.tocsin.collect;

import org.tocsin.figure.Appeal;
import org.tocsin.figure.Figure;

/** Takes in what a reader finds in a document, in the document's order. */
public interface Intake {
    void figure(Figure figure);

    /** What is known about an appeal today; replaces what was known about the same code. */
    void appeal(Appeal appeal);

    /**
     * A row that cannot be a figure.
     *
     * @param at where in the document: a JSON pointer or {@code row N}
     * @param field the field that is wrong
     */
    void rejected(String at, String field, String why);

    /**
     * A row with nothing in it to read, such as a report that is only a file: told like one that was refused, but no fault of the
     * source's and no reason to doubt its other rows.
     *
     * @param at where in the document
     * @param field what is not there
     */
    default void skipped(String at, String field, String why) {
        rejected(at, field, why);
    }

    /** A text in prose. */
    void text(PublishedText text);

    /** A record that the source takes back by name, with all its parts; it counts behind every figure of the same run. */
    void withdrawn(String record);

    /** Says what the documents read so far were whole for. */
    void complete(Extent extent);
}
