package org.tocsin.extract;

/** One meaning of a term: what it is good for, and which metric, population, number or country it names, if any. */
record Sense(Tag tag, String value) {}
