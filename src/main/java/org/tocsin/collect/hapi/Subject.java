package org.tocsin.collect.hapi;

import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;

/** What can be asked for. */
enum Subject {
    IDPS("affected-people/idps", "", "assessment_type") {
        @Override
        void tell(HapiRow row, Intake intake) {
            People.displaced(row, intake);
        }
    },
    REFUGEES_PERSONS_OF_CONCERN(
            "affected-people/refugees-persons-of-concern", "&gender=all&age_range=all", "population_group") {
        @Override
        void tell(HapiRow row, Intake intake) {
            People.ofConcern(row, intake);
        }
    },
    RETURNEES("affected-people/returnees", "&gender=all&age_range=all", "population_group") {
        @Override
        void tell(HapiRow row, Intake intake) {
            People.ofConcern(row, intake);
        }
    },
    HUMANITARIAN_NEEDS("affected-people/humanitarian-needs", "&sector_code=Intersectoral", "population_status") {
        @Override
        void tell(HapiRow row, Intake intake) {
            People.inNeed(row, intake);
        }
    },
    CONFLICT_EVENTS("coordination-context/conflict-events", "", "event_type") {
        @Override
        void tell(HapiRow row, Intake intake) {
            Context.events(row, intake);
        }
    },
    FUNDING("coordination-context/funding", "", "appeal_code") {
        @Override
        void tell(HapiRow row, Intake intake) {
            Context.money(row, intake);
        }
    },
    FOOD_SECURITY("food-security-nutrition-poverty/food-security", "", "ipc_phase") {
        @Override
        void tell(HapiRow row, Intake intake) {
            Context.hungry(row, intake);
        }
    };

    private final String path;
    private final String filter;
    private final String mark;

    Subject(String path, String filter, String mark) {
        this.path = path;
        this.filter = filter;
        this.mark = mark;
    }

    abstract void tell(HapiRow row, Intake intake);

    /** Behind the API's address. */
    String path() {
        return path;
    }

    /** What narrows the answer to rows that are read, as a part of a query. */
    String filter() {
        return filter;
    }

    /**
     * The subject of a page.
     *
     * @throws UnreadableDocumentException if the address is none of the API's
     */
    static Subject ofPath(String address) throws UnreadableDocumentException {
        for (Subject subject : values()) {
            if (address.endsWith("/" + subject.path)) {
                return subject;
            }
        }
        throw new UnreadableDocumentException("", "url", "leads to no known subject: " + address);
    }

    /**
     * The subject of a row of a table, told by the column that no other subject has; refugees and returnees are read alike.
     *
     * @throws InvalidFigureException if it has none of these columns
     */
    static Subject ofColumns(Row row) {
        for (Subject subject : values()) {
            if (row.node().has(subject.mark)) {
                return subject;
            }
        }
        throw new InvalidFigureException("row", "is of no known subject");
    }
}
