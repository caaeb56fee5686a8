package org.tocsin.pipeline;

import java.util.List;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Intake;
import org.tocsin.collect.PublishedText;
import org.tocsin.collect.Rejection;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Figure;

/** Hears which rows are refused on their way into a merge, for whoever posted them. */
record Refusals(Intake into, Document document, List<Rejection> heard) implements Intake {
    @Override
    public void figure(Figure figure) {
        into.figure(figure);
    }

    @Override
    public void appeal(Appeal appeal) {
        into.appeal(appeal);
    }

    @Override
    public void rejected(String at, String field, String why) {
        heard.add(new Rejection(document.sha256(), at, field, why));
        into.rejected(at, field, why);
    }

    @Override
    public void text(PublishedText text) {
        into.text(text);
    }

    @Override
    public void withdrawn(String record) {
        into.withdrawn(record);
    }

    @Override
    public void complete(Extent extent) {
        into.complete(extent);
    }
}
