package org.tocsin.collect.idmc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tocsin.collect.Row;

/** Finds the page a row was taken from: what other people wrote, so only an address of the web is passed on. */
final class IduLink {
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    private IduLink() {}

    static Optional<URI> of(Row row) {
        return row.findText("source_url")
                .map(joined -> joined.split("; ", 2)[0])
                .flatMap(IduLink::web)
                .or(() -> row.findText("standard_popup_text").flatMap(IduLink::inText));
    }

    private static Optional<URI> inText(String html) {
        return HREF.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
                .flatMap(address -> web(address).stream())
                .findFirst();
    }

    private static Optional<URI> web(String address) {
        try {
            URI uri = new URI(address.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
