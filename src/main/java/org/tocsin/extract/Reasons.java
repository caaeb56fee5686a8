package org.tocsin.extract;

import java.util.ArrayList;
import java.util.List;

/** Weighs how sure a statement is, part by part. */
final class Reasons {
    private static final int FAR = 12;

    private Reasons() {}

    static Trace trace(Finding finding, Where where) {
        List<Trace.Part> parts = new ArrayList<>();
        parts.add(new Trace.Part("rule " + finding.rule().name(), finding.rule().confidence()));
        Symbol symbol = finding.symbol();
        if (symbol.has(Tag.QB)) {
            parts.add(new Trace.Part("only the number is said", 0.95));
        } else if (symbol.has(Tag.QU)) {
            parts.add(new Trace.Part("who is counted is an unknown word", 0.85));
        }
        if (finding.fit().last() - finding.fit().first() > FAR) {
            parts.add(new Trace.Part("the verb stands far away", 0.9));
        }
        if (finding.quantity().vague()) {
            parts.add(new Trace.Part("a magnitude, not a number", 0.9));
        }
        if (where.iso3() == null && where.originIso3() == null) {
            parts.add(new Trace.Part("no country found", 0.85));
        }
        return new Trace(finding.rule().name(), parts);
    }
}
