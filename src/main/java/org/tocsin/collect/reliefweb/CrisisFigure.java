package org.tocsin.collect.reliefweb;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Line;
import org.tocsin.figure.Place;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;

/** One key figure of a country with its values, the newest first. What a value of a day says can be corrected: it keeps its record. */
final class CrisisFigure {
    private final Row row;
    private final String country;
    private final Document document;

    CrisisFigure(Row row, String country, Document document) {
        this.row = row;
        this.country = country;
        this.document = document;
    }

    void tell(FigureNames names, Intake intake) {
        String name = row.text("name");
        Optional<FigureNames.Meaning> meaning = names.find(name, country);
        if (meaning.isEmpty()) {
            intake.skipped(row.pointer("name"), "name", "is nothing that is counted here: '" + name + "'");
            return;
        }
        Set<LocalDate> told = new HashSet<>();
        for (Row value : row.child("values").elements()) {
            try {
                if (told.add(value.date("date"))) {
                    intake.figure(figure(meaning.get(), name, value));
                } else {
                    intake.skipped(
                            value.pointer("value"),
                            "date",
                            "is said twice of '" + name + "': the first, newer one counts");
                }
            } catch (InvalidFigureException e) {
                intake.rejected(value.pointer("value"), e.field(), String.valueOf(e.getMessage()));
            }
        }
    }

    private Figure figure(FigureNames.Meaning meaning, String name, Row value) {
        LocalDate day = value.date("date");
        Line line = new Line(
                new Attribution(
                        CrisisFiguresCollector.ID, row.findText("source").orElse(null), Basis.REPORTED),
                meaning.measure(),
                meaning.about().population(),
                meaning.about().cause(),
                meaning.about().category(),
                null);
        return new Figure(
                new SeriesKey(
                        line,
                        Place.country(meaning.where().place()),
                        meaning.where().origin(),
                        Rolling.TOTAL),
                SourceRecord.of(country + "/" + name + "/" + day),
                Statement.of(meaning.since().until(day), Quantity.of(value.count("value"), Qualifier.EXACT)),
                new Provenance(link(value), null, document.sha256(), value.pointer("value")));
    }

    private static @Nullable URI link(Row value) {
        try {
            URI uri = new URI(value.findText("url").orElse(""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
