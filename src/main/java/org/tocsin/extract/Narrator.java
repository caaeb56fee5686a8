package org.tocsin.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;

/** Puts time, place, source and reasons to what was found, and leaves out what was told before. */
final class Narrator {
    private final Places places;
    private final Times times;
    private final Sources sources;

    Narrator(Pack pack, Gazetteer gazetteer) {
        this.places = new Places(gazetteer, pack.language());
        this.times = new Times();
        this.sources = new Sources(pack.lexicon());
    }

    List<Told> tell(String text, Context context, List<Sentence> sentences, List<List<Finding>> found) {
        List<Told> told = new ArrayList<>();
        Set<List<@Nullable Object>> known = new HashSet<>();
        Places.Atlas atlas = places.atlas(text, context, sentences);
        for (int i = 0; i < sentences.size(); i++) {
            for (Finding finding : found.get(i)) {
                Told one = told(text, context, atlas, i, finding);
                if (known.add(identity(one))) {
                    told.add(one);
                }
            }
        }
        return told;
    }

    private Told told(String text, Context context, Places.Atlas atlas, int sentence, Finding finding) {
        Where where = atlas.where(sentence, finding);
        Times.Told time = times.of(finding, context);
        ToldMetric metric = finding.metric();
        What what = new What(
                metric,
                finding.population(),
                kind(metric, time),
                finding.meaning().change());
        Span span = Span.of(text, finding.start(), finding.end());
        Finding parent = finding.parent();
        Quote quote = new Quote(
                span,
                parent == null ? null : Span.of(text, parent.start(), parent.end()),
                sources.of(text, finding.sentence(), finding),
                context.article().number());
        Trace trace = Reasons.trace(finding, where);
        return new Told(what, finding.quantity().amount(unit(finding)), time.when(), where, quote, trace);
    }

    private static Kind kind(ToldMetric metric, Times.Told time) {
        if (time.cumulative()) {
            return Kind.CUMULATIVE;
        }
        return switch (metric) {
            case PEOPLE_IN_NEED, FUNDING_REQUIRED, FUNDING_GAP, FUNDING_COVERAGE_PCT, REFUGEES -> Kind.STOCK;
            case DISPLACED -> time.stock() ? Kind.STOCK : Kind.FLOW;
            case FUNDING_RECEIVED -> Kind.CUMULATIVE;
            case KILLED, INJURED, MISSING, DISPLACED_NEW, RETURNEES, AFFECTED, CHANGE_PCT -> Kind.FLOW;
        };
    }

    private static String unit(Finding finding) {
        Quantity quantity = finding.quantity();
        if (!quantity.unit().isEmpty()) {
            return quantity.unit();
        }
        boolean households = finding.symbol().has(Tag.HOUSEHOLD);
        return households ? "households" : "persons";
    }

    /** What makes two mentions one statement. */
    private static List<@Nullable Object> identity(Told told) {
        List<@Nullable Object> identity = new ArrayList<>();
        identity.add(told.what());
        identity.add(told.amount().value());
        identity.add(told.amount().low());
        identity.add(told.where());
        return identity;
    }
}
