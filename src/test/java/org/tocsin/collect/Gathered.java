package org.tocsin.collect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;

/** Everything a reader found, for tests to look at. */
public final class Gathered implements Intake {
    /** A row that was refused. */
    public record Refusal(String at, String field, String why) {}

    public final List<Figure> figures = new ArrayList<>();
    public final List<Appeal> appeals = new ArrayList<>();
    public final List<PublishedText> texts = new ArrayList<>();
    public final List<String> withdrawn = new ArrayList<>();
    public final List<Refusal> refusals = new ArrayList<>();
    public final List<Extent> extents = new ArrayList<>();

    /** Reads documents in their order. */
    public static Gathered from(Collector collector, List<Document> documents) throws UnreadableDocumentException {
        Gathered gathered = new Gathered();
        for (Document document : documents) {
            collector.read(document, gathered);
        }
        return gathered;
    }

    @Override
    public void figure(Figure figure) {
        figures.add(figure);
    }

    @Override
    public void appeal(Appeal appeal) {
        appeals.add(appeal);
    }

    @Override
    public void text(PublishedText text) {
        texts.add(text);
    }

    @Override
    public void withdrawn(String record) {
        withdrawn.add(record);
    }

    @Override
    public void rejected(String at, String field, String why) {
        refusals.add(new Refusal(at, field, why));
    }

    @Override
    public void complete(Extent extent) {
        extents.add(extent);
    }

    public List<Figure> figures(Metric metric) {
        return figures.stream().filter(figure -> figure.metric() == metric).toList();
    }

    /** The number of a figure that has one. */
    public static BigDecimal value(Figure figure) {
        return Objects.requireNonNull(figure.statement().quantity().value());
    }

    public long sum(Metric metric) {
        return figures(metric).stream()
                .mapToLong(figure -> value(figure).longValueExact())
                .sum();
    }

    /** The figures of one record of the source. */
    public List<Figure> record(String id) {
        return figures.stream()
                .filter(figure -> figure.record().id().equals(id))
                .collect(Collectors.toList());
    }
}
