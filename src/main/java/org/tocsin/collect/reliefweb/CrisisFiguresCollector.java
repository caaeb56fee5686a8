package org.tocsin.collect.reliefweb;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/** Fetches one file of key figures per country, each with all its values since 2014, and reads those that the table of names knows. */
final class CrisisFiguresCollector implements Collector {
    static final SourceId ID = new SourceId("reliefweb-figures");

    private static final Source SOURCE = new Source(
            ID,
            "ReliefWeb crisis figures",
            new Terms(
                    "facts, each with its source; ReliefWeb terms and conditions",
                    URI.create("https://reliefweb.int/terms-conditions"),
                    "ReliefWeb (OCHA) crisis figures, and the source of each",
                    Redistribution.ROWS,
                    false),
            30,
            false);

    private static final Pattern COUNTRY = Pattern.compile(".*/([A-Z]{3})/figures\\.json");

    private final FigureNames names = FigureNames.shipped();
    private final URI baseUrl;
    private final List<String> countries;

    CrisisFiguresCollector(URI baseUrl, List<String> countries) {
        this.baseUrl = baseUrl;
        this.countries = countries;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        archive.fetchTogether(countries.stream()
                .map(country -> FetchRequest.get(ID.value(), URI.create(baseUrl + "/" + country + "/figures.json")))
                .toList());
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Matcher path = COUNTRY.matcher(document.url().getPath());
        if (!path.matches()) {
            throw new UnreadableDocumentException("", "url", "names no country: " + document.url());
        }
        String country = path.group(1);
        long figures =
                JsonRows.each(document, intake, row -> new CrisisFigure(row, country, document).tell(names, intake));
        if (figures == 0) {
            throw new UnreadableDocumentException("", "array", "is empty");
        }
        // What is not there any more was not taken back: editors drop a figure whose crisis has ended.
        intake.complete(new Extent(ID, "seen:" + country, Period.day(document.fetchedOn()), document.fetchedOn()));
    }
}
