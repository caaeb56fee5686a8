package org.tocsin.collect.idmc;

import org.tocsin.collect.Extent;
import org.tocsin.collect.Intake;
import org.tocsin.collect.PublishedText;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Figure;

/** An intake for the first of two passes: the second tells what was refused. */
enum Unheard implements Intake {
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
