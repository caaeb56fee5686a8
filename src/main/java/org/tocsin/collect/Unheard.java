package org.tocsin.collect;

import org.tocsin.figure.Appeal;
import org.tocsin.figure.Figure;

/** An intake for a first look at a document: what is found and what is refused is told when it is read. */
public enum Unheard implements Intake {
    INTAKE;

    @Override
    public void figure(Figure figure) {}

    @Override
    public void appeal(Appeal appeal) {}

    @Override
    public void text(PublishedText text) {}

    @Override
    public void withdrawn(String record) {}

    @Override
    public void rejected(String at, String field, String why) {}

    @Override
    public void complete(Extent extent) {}
}
