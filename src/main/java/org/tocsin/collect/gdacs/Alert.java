package org.tocsin.collect.gdacs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.collect.Row;
import org.tocsin.collect.XmlRows;
import org.tocsin.figure.InvalidFigureException;

/**
 * An item of the feed: which event it is about and how grave it is said to be. What it calls population is who lives there, not who
 * was hit, and is never read.
 *
 * @param type two letters
 * @param level {@code Green}, {@code Orange} or {@code Red}; empty if it was not said
 */
record Alert(String type, String event, String level) {
    private static final Pattern ID = Pattern.compile("([A-Z]{2})(\\d{1,12})");

    /** @throws InvalidFigureException if it does not say which event it is about */
    static Alert of(Row item) {
        String id = XmlRows.findText(item, "gdacs:eventtype").orElse("")
                + XmlRows.findText(item, "gdacs:eventid").orElse("");
        Matcher named = ID.matcher(id.isEmpty() ? XmlRows.findText(item, "guid").orElse("") : id);
        if (!named.matches()) {
            throw new InvalidFigureException("gdacs:eventid", "names no event: '" + id + "'");
        }
        return new Alert(
                named.group(1),
                named.group(2),
                XmlRows.findText(item, "gdacs:alertlevel").orElse(""));
    }
}
