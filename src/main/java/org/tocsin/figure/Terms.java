package org.tocsin.figure;

import java.net.URI;

/** Under which terms a source's figures may be shown, carried by every output. */
public record Terms(
        String licence, URI link, String attribution, Redistribution redistribution, boolean nonCommercial) {}
