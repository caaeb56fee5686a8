package org.tocsin.collect.hxl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.collect.CsvRows;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;
import org.tocsin.figure.Unit;

/**
 * Finds the row of hashtags and reads the rows below it.
 *
 * <p>As in libhxl, it is among the first 25 rows, and at least half of its cells that are not blank are hashtags. Where there is none,
 * the header's names may stand for hashtags by the settings.
 */
final class HxlTable implements CsvRows.Line {
    private static final int SEARCHED = 25;

    private final SourceId source;
    private final Vocabulary vocabulary;
    private final Document document;
    private final Intake intake;
    private List<Optional<Tag>> tags = List.of();
    private Map<Integer, Meaning> numbers = Map.of();
    private List<String> names = List.of();
    private String last = "";
    private long seen;
    private boolean brokenOff;

    HxlTable(SourceId source, Vocabulary vocabulary, Document document, Intake intake) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.document = document;
        this.intake = intake;
    }

    @Override
    public void take(String[] cells, long number) {
        if (number == 0) {
            names = List.of(cells);
        }
        row(cells, "row " + number);
    }

    /** One row of a JSON array of rows, whose cells are known by their places. */
    void element(String[] cells, String at) {
        names = List.of();
        row(cells, at);
    }

    /** One object of a JSON array of objects, whose keys are the tags. */
    void object(List<Optional<Tag>> keys, List<String> keyNames, String[] cells, String at) {
        tags = keys;
        numbers = vocabulary.numbers(keys);
        names = keyNames;
        row(cells, at);
    }

    /** @throws UnreadableDocumentException if there were no tags, or the last row breaks off */
    void close() throws UnreadableDocumentException {
        if (tags.stream().noneMatch(Optional::isPresent)) {
            throw new UnreadableDocumentException(
                    "header", "document", "has no row of hashtags among its first " + SEARCHED);
        }
        if (brokenOff) {
            throw new UnreadableDocumentException(last, "row", "breaks off");
        }
    }

    private void row(String[] cells, String at) {
        last = at;
        seen++;
        if (tags.isEmpty()) {
            tags = seen <= SEARCHED ? vocabulary.tags(cells) : List.of();
            numbers = vocabulary.numbers(tags);
            return;
        }
        brokenOff = cells.length < tags.size();
        if (cells.length == tags.size()) {
            read(cells, at);
        } else {
            intake.rejected(at, "row", "has " + cells.length + " cells where there are " + tags.size() + " tags");
        }
    }

    private void read(String[] cells, String at) {
        Map<Tag, String> tagged = new LinkedHashMap<>();
        for (int column = 0; column < cells.length; column++) {
            String cell = cells[column];
            tags.get(column).ifPresent(tag -> tagged.putIfAbsent(tag, cell));
        }
        HxlRow row = new HxlRow(tagged, vocabulary.country());
        numbers.forEach((column, meaning) -> {
            Tag tag = tags.get(column).orElseThrow();
            try {
                boolean whole = meaning.measure().unit() != Unit.USD;
                Amount.of(tag.toString(), cells[column], whole)
                        .ifPresent(amount -> intake.figure(figure(row, tag, meaning, amount, at + "/" + name(column))));
            } catch (InvalidFigureException e) {
                intake.rejected(at, e.field(), String.valueOf(e.getMessage()));
            }
        });
    }

    private Figure figure(HxlRow row, Tag tag, Meaning meaning, Quantity amount, String at) {
        Period days = row.period();
        Period period = meaning.measure().kind() == Kind.STOCK ? Period.day(days.end()) : days;
        return new Figure(
                new SeriesKey(
                        meaning.line(
                                Attribution.of(source, Basis.REPORTED),
                                row.sector().orElse(null)),
                        row.place(),
                        null,
                        row.isPart() ? Rolling.PART : Rolling.TOTAL),
                SourceRecord.of(row.record(), tag.toString()),
                new Statement(period, amount, Status.FINAL, Event.NONE),
                new Provenance(null, null, document.sha256(), at));
    }

    private String name(int column) {
        String name = column < names.size() ? names.get(column).strip() : "";
        String known = name.isEmpty() ? String.valueOf(column) : name;
        return known.replace("~", "~0").replace("/", "~1");
    }
}
