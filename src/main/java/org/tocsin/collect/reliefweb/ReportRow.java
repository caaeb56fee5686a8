package org.tocsin.collect.reliefweb;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Intake;
import org.tocsin.collect.PlainText;
import org.tocsin.collect.PublishedText;
import org.tocsin.collect.Row;

/** One report. */
final class ReportRow {
    /** What stands for a text where there is only a file, in the three languages that are read. */
    private static final Pattern ATTACHED =
            Pattern.compile("(?i)attached (file|infographic|map|document)|ci-joint|archivo adjunto|documento adjunto");

    /** A text that is longer says more than that. */
    private static final int LONGEST_NOTE = 160;

    private final Row row;
    private final Row fields;

    ReportRow(Row row) {
        this.row = row;
        this.fields = row.child("fields");
    }

    /** Tells its text; a report that is only a file is told as one. */
    void tell(LocalDate today, Intake intake) {
        String text = text();
        if (text.isBlank()
                || (text.length() <= LONGEST_NOTE && ATTACHED.matcher(text).find())) {
            intake.skipped(
                    fields.at(), "body-html", "has no text: report " + row.text("id") + " is in its attached file");
            return;
        }
        Row date = fields.child("date");
        LocalDate published = date.findDate("original").orElseGet(() -> date.date("created"));
        intake.text(new PublishedText(
                row.text("id"),
                PlainText.line(fields.text("title")),
                text,
                published.isAfter(today) ? today : published,
                link(),
                language(),
                countries()));
    }

    private String text() {
        return fields.findText("body-html")
                .map(PlainText::ofHtml)
                .or(() -> fields.findText("body").map(PlainText::ofMarkdown))
                .orElse("");
    }

    /** The one it is chiefly about: a report that lists others tells little of them. */
    private List<String> countries() {
        return fields.child("primary_country").findText("iso3").map(iso3 -> iso3.toUpperCase(Locale.ROOT)).stream()
                .flatMap(iso3 -> CountryNames.iso3(iso3).stream())
                .toList();
    }

    /** Unsaid where there are several, or one that ReliefWeb calls {@code ot}, other. */
    private @Nullable String language() {
        List<Row> languages = fields.child("language").elements();
        Optional<String> code = languages.size() == 1 ? languages.get(0).findText("code") : Optional.empty();
        return code.filter(each -> each.matches("[a-z]{2}") && !each.equals("ot"))
                .orElse(null);
    }

    private @Nullable URI link() {
        try {
            String address = fields.findText("url_alias")
                    .or(() -> fields.findText("url"))
                    .orElse("");
            URI uri = new URI(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
