package org.tocsin.collect.awsd;

import java.util.HashSet;
import java.util.Set;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;

/** The incidents of one table: tells two apart that were given one number, and knows whether the table was read to its end. */
final class Incidents {
    static final String[] COLUMNS = {
        "Incident ID",
        "Year",
        "Month",
        "Day",
        "Country Code",
        "Country",
        "Region",
        "District",
        "Total killed",
        "Total wounded",
        "Total kidnapped",
        "Total detained",
        "Verified"
    };

    private final Document document;
    private final Intake intake;
    private final Set<String> told = new HashSet<>();
    private String first = "";
    private String last = "";

    Incidents(Document document, Intake intake) {
        this.document = document;
        this.intake = intake;
    }

    void take(Row row) {
        first = first.isEmpty() ? row.at() : first;
        last = row.at();
        Incident incident = new Incident(row, document);
        String number = row.text("Incident ID");
        // Number 4664 stands for a woman killed in October 2023 and for a man killed in January 2024.
        String record =
                told.contains(number) ? number + " of " + incident.period().start() : number;
        incident.tell(record, intake);
        told.add(number);
    }

    /** Whether the last of {@code rows} was whole; a row of hashtags may stand before the first. */
    boolean endedWith(long rows) {
        return rows > 0 && last.equals("row " + (first.equals("row 1") ? rows : rows + 1));
    }
}
