package org.tocsin.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.tocsin.extract.Prose;

/** One text to be read, as a line of JSON has it. */
record ExtractLine(JsonNode id, Prose prose) {
    /** What is wrong with a line, by its field. */
    static final class BadLineException extends Exception {
        private static final long serialVersionUID = 1;

        BadLineException(String field, String problem) {
            super("field " + field + ": " + problem);
        }
    }

    static ExtractLine read(ObjectMapper json, String line) throws BadLineException {
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new BadLineException("(whole line)", "is no JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new BadLineException("(whole line)", "is no JSON object");
        }
        JsonNode id = node.path("id");
        if (!id.isTextual() && !id.isNumber()) {
            throw new BadLineException("id", "is missing or no text");
        }
        String text = text(node, "text");
        if (text == null) {
            throw new BadLineException("text", "is missing");
        }
        return new ExtractLine(id, new Prose(text, text(node, "title"), date(node), text(node, "lang")));
    }

    private static @Nullable String text(JsonNode node, String field) throws BadLineException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new BadLineException(field, "is no text: " + value);
        }
        return value.asText();
    }

    /** A day; a month or a year alone means its last day, up to which the text can have been written. */
    private static @Nullable LocalDate date(JsonNode node) throws BadLineException {
        String written = text(node, "doc_date");
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            return switch (written.length()) {
                case 4 -> Year.parse(written).atMonth(12).atEndOfMonth();
                case 7 -> YearMonth.parse(written).atEndOfMonth();
                default -> LocalDate.parse(written);
            };
        } catch (DateTimeException e) {
            throw new BadLineException("doc_date", "is no date such as 2024-10-28: " + written);
        }
    }
}
