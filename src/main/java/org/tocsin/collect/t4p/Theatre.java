package org.tocsin.collect.t4p;

import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Area;
import org.tocsin.figure.Place;

/** Where the days of a file are about. */
@SuppressWarnings("ImmutableEnumChecker") // a place is a record of texts
enum Theatre {
    GAZA("gaza", "casualties_daily", new Place("PSE", Area.named("Gaza Strip"), null)),
    WEST_BANK("west-bank", "west_bank", new Place("PSE", Area.named("West Bank"), null)),
    LEBANON("lebanon", "lebanon", Place.country("LBN"));

    private final String code;
    private final String mark;
    private final Place place;

    Theatre(String code, String mark, Place place) {
        this.code = code;
        this.mark = mark;
        this.place = place;
    }

    String code() {
        return code;
    }

    Place place() {
        return place;
    }

    /**
     * The theatre of a file, by its name.
     *
     * @throws UnreadableDocumentException if the name is of none
     */
    static Theatre of(String path) throws UnreadableDocumentException {
        for (Theatre theatre : values()) {
            if (path.contains(theatre.mark)) {
                return theatre;
            }
        }
        throw new UnreadableDocumentException("", "url", "leads to no known file: " + path);
    }
}
