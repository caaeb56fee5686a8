package org.tocsin.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Intake;
import org.tocsin.collect.PublishedText;
import org.tocsin.collect.Rejection;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Figure;
import org.tocsin.series.FigureMerge;

/** Leads what is read from the documents of a run into its merge. */
final class Reading implements Intake {
    private static final int MOST_KEPT = 1000;

    private final FigureMerge merge;
    private final List<Appeal> appeals = new ArrayList<>();
    private final List<Told> texts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private String document = "";
    private int rejected;
    private int skipped;
    private boolean complete;
    private long days;

    /** A text in prose, and the SHA-256 of the document that brought it. */
    record Told(String document, PublishedText text) {}

    Reading(FigureMerge merge) {
        this.merge = merge;
    }

    /** Says which document is read next. */
    Reading of(Document next) {
        document = next.sha256();
        return this;
    }

    @Override
    public void figure(Figure figure) {
        merge.add(figure);
    }

    @Override
    public void appeal(Appeal appeal) {
        appeals.add(appeal);
    }

    @Override
    public void text(PublishedText text) {
        texts.add(new Told(document, text));
    }

    @Override
    public void withdrawn(String record) {
        merge.withdraw(record);
    }

    @Override
    public void rejected(String at, String field, String why) {
        rejected++;
        merge.keepAbsent();
        note(at, field, why);
    }

    @Override
    public void skipped(String at, String field, String why) {
        skipped++;
        note(at, field, why);
    }

    private void note(String at, String field, String why) {
        if (rejections.size() < MOST_KEPT) {
            rejections.add(new Rejection(document, at, field, why));
        }
    }

    @Override
    public void complete(Extent extent) {
        complete = true;
        days = Math.max(days, extent.span().days());
        merge.cover(extent.filter(), extent.span(), extent.asOf());
    }

    boolean complete() {
        return complete;
    }

    /** Of the longest span it was whole for. */
    long days() {
        return days;
    }

    /** How many rows were refused. */
    int rejected() {
        return rejected;
    }

    /** How many rows had nothing to read. */
    int skipped() {
        return skipped;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    List<Appeal> appeals() {
        return appeals;
    }

    List<Told> texts() {
        return texts;
    }

    long stated() {
        return merge.size();
    }

    /** Where the first row was refused, for a run in which every row was. */
    Rejection first() {
        return rejections.get(0);
    }
}
