package org.tocsin.collect.migrants;

import java.util.HashMap;
import java.util.Map;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;

/** The incidents of one list: the rows of one incident, such as the bodies found on later days, are told apart by their order. */
final class Incidents {
    private final Document document;
    private final Intake intake;
    private final Map<String, Integer> told = new HashMap<>();

    Incidents(Document document, Intake intake) {
        this.document = document;
        this.intake = intake;
    }

    void take(Row row) {
        String incident = row.text("web_id");
        int before = told.getOrDefault(incident, 0);
        new Incident(row, document).tell(before == 0 ? incident : incident + " row " + (before + 1), intake);
        told.put(incident, before + 1);
    }
}
