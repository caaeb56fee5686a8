package org.tocsin.collect.insecurity;

import java.net.URI;
import java.util.List;
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

/** Fetches the events of each theme, all in one answer, and reads each into the people of that theme whom it harmed. */
final class InsecurityCollector implements Collector {
    static final SourceId ID = new SourceId("insecurity-insight");

    /** What is not reported to it may have happened all the same, so silence is not zero. */
    private static final Source SOURCE = new Source(
            ID,
            "Insecurity Insight, Security in Numbers Database",
            new Terms(
                    "CC BY-NC-SA 4.0",
                    URI.create("https://insecurityinsight.org/"),
                    "Insecurity Insight, Security in Numbers Database (SiND)",
                    Redistribution.ROWS,
                    true),
            14,
            false);

    /** Says that the source was seen, and no more: an event that is not listed any more may still have happened. */
    private static final String SEEN = "seen";

    private final URI baseUrl;
    private final String key;
    private final String keyHeader;
    private final List<Theme> themes;

    InsecurityCollector(URI baseUrl, String key, String keyHeader, List<Theme> themes) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.keyHeader = keyHeader;
        this.themes = themes;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        for (Theme theme : themes) {
            FetchRequest request = FetchRequest.get(ID.value(), URI.create(baseUrl + "/" + theme.path()));
            archive.fetch(key.isEmpty() ? request : request.withSecretHeader(keyHeader, key));
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Theme theme = themeOf(document);
        long rows = JsonRows.each(document, intake, row -> new SindEvent(row, theme, document).tell(intake));
        if (rows == 0) {
            throw new UnreadableDocumentException("", "array", "is empty");
        }
        intake.complete(new Extent(ID, SEEN, Period.day(document.fetchedOn()), document.fetchedOn()));
    }

    private static Theme themeOf(Document document) throws UnreadableDocumentException {
        String path = String.valueOf(document.url().getPath());
        try {
            return Theme.of(path.substring(path.lastIndexOf('/') + 1));
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException("", "url", String.valueOf(e.getMessage()));
        }
    }
}
