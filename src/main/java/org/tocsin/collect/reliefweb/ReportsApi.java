package org.tocsin.collect.reliefweb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.tocsin.collect.Archive;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.http.FetchRequest;

/**
 * Walks the reports that changed since a moment, by addresses of our own: the links that a page offers lose part of the question.
 *
 * <p>Asked by GET, so that the address in the archive says the whole question. In the order in which reports were made, because the
 * order of changes moves while one walks.
 *
 * @param appname sent with each request, as ReliefWeb demands since November 2025
 */
record ReportsApi(URI baseUrl, String appname, List<String> countries, List<String> languages) {
    private static final int PAGE_SIZE = 100;

    /** More than this is no news but history; the API gives no page far from the first. */
    private static final int MOST = 5000;

    private static final List<String> FIELDS =
            List.of("title", "body", "body-html", "date", "primary_country", "language.code", "url", "url_alias");

    private static final int FORBIDDEN = 403;

    /**
     * Archives every page, or nothing that would be taken for the whole.
     *
     * @throws FetchFailedException if a page could not be had, reports went missing under way, or there are more than 5,000
     */
    void walk(Instant since, Archive archive) throws FetchFailedException {
        Page first = page(since, 0, archive);
        if (first.total() > MOST) {
            throw new FetchFailedException(
                    "too_many",
                    first.total() + " reports since " + since + ", one walk takes " + MOST
                            + ": ask for fewer countries or days");
        }
        long had = first.reports();
        Page page = first;
        while (had < page.total()) {
            page = page(since, had, archive);
            had += page.reports();
            if (page.reports() == 0 || page.total() < first.total()) {
                throw new FetchFailedException(
                        "incomplete", "of " + first.total() + " reports " + page.total() + " are left after " + had);
            }
        }
    }

    private Page page(Instant since, long offset, Archive archive) throws FetchFailedException {
        try {
            return Page.of(archive.fetchWhole(request(since, offset)));
        } catch (UnreadableDocumentException e) {
            throw new FetchFailedException(
                    "unreadable", "page at " + offset + ", " + e.field() + " at '" + e.at() + "' " + e.getMessage());
        } catch (FetchFailedException e) {
            if (e.status() == FORBIDDEN) {
                throw new FetchFailedException(
                        "forbidden",
                        FORBIDDEN,
                        "ReliefWeb does not know this appname: have one approved at https://apidoc.reliefweb.int/");
            }
            throw e;
        }
    }

    private FetchRequest request(Instant since, long offset) {
        StringBuilder address = new StringBuilder(baseUrl + "/reports?appname=" + encoded(appname));
        add(address, "preset", "latest");
        add(address, "limit", String.valueOf(PAGE_SIZE));
        add(address, "offset", String.valueOf(offset));
        add(address, "sort[]", "date.created:asc");
        FIELDS.forEach(field -> add(address, "fields[include][]", field));
        add(address, "filter[operator]", "AND");
        add(address, "filter[conditions][0][field]", "date.changed");
        add(
                address,
                "filter[conditions][0][value][from]",
                since.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00"));
        oneOf(address, 1, "language.code", languages);
        oneOf(
                address,
                2,
                "primary_country.iso3",
                countries.stream().map(iso3 -> iso3.toLowerCase(Locale.ROOT)).toList());
        return FetchRequest.get(ReliefWebCollector.ID.value(), URI.create(address.toString()))
                .withSecretParameter("appname")
                .atMostEvery(Duration.ofSeconds(1));
    }

    private static void oneOf(StringBuilder address, int condition, String field, List<String> values) {
        if (!values.isEmpty()) {
            String at = "filter[conditions][" + condition + "]";
            add(address, at + "[field]", field);
            values.forEach(value -> add(address, at + "[value][]", value));
            add(address, at + "[operator]", "OR");
        }
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append('&').append(encoded(name)).append('=').append(encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
