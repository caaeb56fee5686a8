package org.tocsin.collect;

/** A row that could not be a figure: where it stands in which document, which field, and why. */
public record Rejection(String document, String at, String field, String why) {}
