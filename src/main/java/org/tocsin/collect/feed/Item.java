package org.tocsin.collect.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Intake;
import org.tocsin.collect.PlainText;
import org.tocsin.collect.PublishedText;
import org.tocsin.collect.Row;
import org.tocsin.collect.XmlRows;
import org.tocsin.figure.InvalidFigureException;

/** One item of a feed, or entry as Atom calls it. */
final class Item {
    private static final List<String> BODIES = List.of("content:encoded", "content", "description", "summary");

    /** Shorter names of categories are words or codes of something else more often than countries. */
    private static final int SHORTEST_COUNTRY = 4;

    private final Row row;
    private final Optional<URI> link;
    private final String id;

    /** @throws InvalidFigureException if neither an id nor a link says which item it is */
    Item(Row row) {
        this.row = row;
        this.link = link(row);
        this.id = XmlRows.findText(row, "guid")
                .or(() -> XmlRows.findText(row, "id"))
                .or(() -> link.map(URI::toString))
                .orElseThrow(() -> new InvalidFigureException("guid", "is missing, and there is no link"));
    }

    /** The feed's own id of it, else its address. */
    String id() {
        return id;
    }

    /** The one that was put out later; of two at the same time, or without one, the second. */
    static Item later(Item one, Item other) {
        Optional<FeedTime> before = one.touched();
        Optional<FeedTime> after = other.touched();
        return before.isPresent()
                        && after.isPresent()
                        && before.get().at().isAfter(after.get().at())
                ? one
                : other;
    }

    /** Tells its text; what cannot be one is told as well. */
    void tell(Feed feed, LocalDate today, Intake intake) {
        try {
            Optional<String> text = text();
            if (text.isEmpty()) {
                intake.skipped(
                        row.at(), "description", "has no text" + (isXhtml() ? " but XHTML, which is not read" : ""));
                return;
            }
            intake.text(new PublishedText(
                    id,
                    XmlRows.findText(row, "title").map(PlainText::line).orElse(""),
                    text.get(),
                    published(today),
                    link.orElse(null),
                    feed.language(),
                    feed.countries().isEmpty() ? countries() : feed.countries()));
        } catch (InvalidFigureException e) {
            intake.rejected(row.at(), e.field(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> text() {
        return BODIES.stream()
                .filter(body -> !isXhtml(body))
                .flatMap(body -> XmlRows.findText(row, body).stream())
                .map(PlainText::ofHtml)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private boolean isXhtml() {
        return BODIES.stream().anyMatch(this::isXhtml);
    }

    /** XHTML is a tree, of which the order of words and elements is not kept. */
    private boolean isXhtml(String body) {
        return row.child(body).node().path("@type").asText().equals("xhtml");
    }

    /** A clock that runs ahead of ours publishes nothing tomorrow. */
    private LocalDate published(LocalDate today) {
        LocalDate day = Stream.of("pubDate", "published", "dc:date", "updated")
                .flatMap(field -> XmlRows.findText(row, field).map(text -> FeedTime.of(field, text)).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidFigureException("pubDate", "is missing"))
                .day();
        return day.isAfter(today) ? today : day;
    }

    private Optional<FeedTime> touched() {
        try {
            return Stream.of("updated", "pubDate", "dc:date", "published")
                    .flatMap(field -> XmlRows.findText(row, field).map(text -> FeedTime.of(field, text)).stream())
                    .findFirst();
        } catch (InvalidFigureException e) {
            return Optional.empty(); // told when the item itself is
        }
    }

    private List<String> countries() {
        return all(row.node().path("category"))
                .map(category -> category.isObject()
                        ? category.path("#text").asText(category.path("@term").asText())
                        : category.asText())
                .filter(name -> name.strip().length() >= SHORTEST_COUNTRY)
                .flatMap(name -> CountryNames.iso3(name).stream())
                .distinct()
                .toList();
    }

    /** Where a person can read it: RSS writes an address, Atom one per relation, and an id may be an address itself. */
    private static Optional<URI> link(Row row) {
        return Stream.concat(
                        all(row.node().path("link")).map(Item::address),
                        Stream.of(
                                XmlRows.findText(row, "guid").orElse(""),
                                row.node().path("@about").asText()))
                .map(Item::page)
                .filter(Objects::nonNull)
                .map(Item::canonical)
                .findFirst();
    }

    private static String address(JsonNode link) {
        if (!link.isObject()) {
            return link.asText();
        }
        boolean alternate = link.path("@rel").asText("alternate").equals("alternate");
        return alternate ? link.path("@href").asText(link.path("#text").asText()) : "";
    }

    private static @Nullable URI page(String address) {
        try {
            URI uri = new URI(address.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** UN News leads its readers over an address that counts them; the page itself lies behind {@code /feed/view}. */
    private static URI canonical(URI link) {
        return URI.create(link.toString().replaceFirst("^(https?://news\\.un\\.org)/feed/view/", "$1/"));
    }

    private static Stream<JsonNode> all(JsonNode field) {
        return field.isArray() ? StreamSupport.stream(field.spliterator(), false) : Stream.of(field);
    }
}
