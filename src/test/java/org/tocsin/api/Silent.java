package org.tocsin.api;

import java.net.URI;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;

/** A source that answers nothing. */
final class Silent implements Collector {
    @Override
    public Source source() {
        Terms terms = new Terms("none", URI.create("https://silent.example"), "Silent", Redistribution.ROWS, false);
        return new Source(new SourceId("silent"), "Silent", terms, 1, false);
    }

    @Override
    public void fetch(Cursor since, Archive archive) {
        // there is nothing to archive
    }

    @Override
    public void read(Document document, Intake intake) {
        throw new AssertionError("there is nothing to read");
    }
}
