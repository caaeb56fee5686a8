package org.tocsin.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tocsin.figure.Countries;
import org.tocsin.report.Report;

/** A report as somebody posts it. */
record PostedReport(Report.About about, String text) {
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEXT = 1_000_000;

    static PostedReport read(InputStream in, Instant now) throws IOException {
        Body body = Body.read(in, "title", "published", "url", "language", "countries", "text");
        LocalDate published = body.day("published");
        if (published.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1))) {
            throw body.problem("published", published + " has not come yet", List.of());
        }
        String language = body.findText("language", 2);
        if (language != null && !language.matches("[a-z]{2}")) {
            throw body.problem("language", "'" + language + "' is not an ISO 639-1 code", List.of("en", "fr", "es"));
        }
        List<String> countries = body.texts("countries");
        for (String country : countries) {
            if (!Countries.isKnown(country)) {
                throw body.problem("countries", "'" + country + "' is not an ISO 3166-1 alpha-3 code", List.of());
            }
        }
        String title = body.text("title", LONGEST_TITLE);
        String text = body.text("text", LONGEST_TEXT);
        return new PostedReport(new Report.About(title, published, body.findLink("url"), language, countries), text);
    }
}
