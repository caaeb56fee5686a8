package org.tocsin.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.tocsin.extract.Amount;
import org.tocsin.extract.Change;
import org.tocsin.extract.PartialDate;
import org.tocsin.extract.Quote;
import org.tocsin.extract.Told;
import org.tocsin.extract.Trace;
import org.tocsin.extract.When;
import org.tocsin.extract.Where;

/** Writes a figure told under the field names of the annotation scheme, with the rule that found it and why it is believed. */
final class ToldJson {
    private ToldJson() {}

    static void write(Told told, ObjectNode node) {
        node.put("metric", told.what().metric().code());
        amount(told.amount(), node);
        node.put(
                "population",
                told.what().population() == null
                        ? null
                        : told.what().population().code());
        node.put("kind", told.what().kind().code());
        when(told.when(), node);
        where(told.where(), node);
        quote(told.quote(), node);
        change(told.what().change(), node);
        trace(told.trace(), node);
    }

    private static void amount(Amount amount, ObjectNode node) {
        node.put("value", plain(amount.value()));
        node.put("value_low", plain(amount.low()));
        node.put("value_high", plain(amount.high()));
        node.put("vague", amount.vague());
        node.put("qualifier", amount.qualifier().code());
        node.put("unit", amount.unit());
    }

    /** Without an exponent, which a stripped 1E+6 would have. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static void when(When when, ObjectNode node) {
        node.put("period_start", PartialDate.iso(when.periodStart()));
        node.put("period_end", PartialDate.iso(when.periodEnd()));
        node.put("as_of", PartialDate.iso(when.asOf()));
    }

    private static void where(Where where, ObjectNode node) {
        node.putObject("location").put("name", where.name()).put("iso3", where.iso3());
        if (where.originIso3() != null) {
            node.put("origin_iso3", where.originIso3());
        }
    }

    private static void quote(Quote quote, ObjectNode node) {
        node.put("source", quote.source());
        node.put("span", quote.span().text());
        node.put("start", quote.span().start());
        if (quote.partOf() != null) {
            node.put("part_of", quote.partOf().text());
        }
        node.put("article", quote.article());
    }

    private static void change(@Nullable Change change, ObjectNode node) {
        if (change != null) {
            node.put("of", change.of().code());
            node.put("direction", change.direction().code());
        }
    }

    private static void trace(Trace trace, ObjectNode node) {
        node.put("rule", trace.rule());
        node.put("confidence", rounded(trace.confidence()));
        ArrayNode reasons = node.putArray("reasons");
        for (Trace.Part part : trace.parts()) {
            reasons.addObject().put("reason", part.reason()).put("factor", part.factor());
        }
    }

    private static BigDecimal rounded(double confidence) {
        return BigDecimal.valueOf(confidence).setScale(2, RoundingMode.HALF_UP);
    }
}
