package org.tocsin.app;

import io.dropwizard.core.setup.Environment;

/** Opens the doors to the outside: the API and the pages. */
final class Doors {
    private Doors() {}

    static void open(Environment environment, Building building, TocsinConfiguration settings) {
        environment.jersey().disable();
    }
}
