package org.tocsin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes trends as CSV: a header, a row for each window, and the terms in every row, since rows travel alone. */
final class TrendCsv {
    static final String MEDIA_TYPE = "text/csv;charset=utf-8";

    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .disable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
            .build();
    private static final List<String> COLUMNS = List.of(
            "crisis",
            "metric",
            "unit",
            "kind",
            "source",
            "stated_by",
            "basis",
            "population",
            "cause",
            "category",
            "appeal",
            "start",
            "end",
            "value",
            "low",
            "high",
            "figures",
            "left_out",
            "complete",
            "usually_known",
            "usual_lag_days",
            "carried",
            "revised",
            "withheld",
            "as_of",
            "licence",
            "attribution",
            "non_commercial",
            "redistribution");

    private TrendCsv() {}

    static String write(TrendAnswer answer) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        COLUMNS.forEach(schema::addColumn);
        StringWriter text = new StringWriter();
        try (SequenceWriter rows = CSV.writer(schema.build()).writeValues(text)) {
            for (TrendAnswer.OneLine line : answer.trends()) {
                for (TrendAnswer.Point point : line.points()) {
                    rows.write(row(answer, line, point));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of text is CSV", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(TrendAnswer answer, TrendAnswer.OneLine line, TrendAnswer.Point point) {
        LineAnswer about = line.line();
        SourceAnswer source = line.source();
        return List.of(
                text(answer.crisis()),
                text(about.metric()),
                text(about.unit()),
                text(about.kind()),
                text(about.source()),
                text(about.statedBy()),
                text(about.basis()),
                text(about.population()),
                text(about.cause()),
                text(about.category()),
                text(about.appeal()),
                point.start().toString(),
                point.end().toString(),
                number(point.value()),
                number(point.low()),
                number(point.high()),
                Integer.toString(point.figures()),
                Integer.toString(point.leftOut()),
                Boolean.toString(point.complete()),
                number(point.usuallyKnown()),
                Integer.toString(line.usualLagDays()),
                Boolean.toString(point.carried()),
                Boolean.toString(point.revised()),
                Boolean.toString(point.withheld()),
                answer.asOf().toString(),
                text(source.licence()),
                text(source.attribution()),
                Boolean.toString(source.nonCommercial()),
                text(source.redistribution()));
    }

    /** Text that a spreadsheet takes for text: what would begin a formula gets an apostrophe before it. */
    static String text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : AnswerWriter.plain(number);
    }
}
