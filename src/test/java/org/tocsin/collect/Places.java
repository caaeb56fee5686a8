package org.tocsin.collect;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;

/** Looks up the number at a place of a document, by other means than the readers do. */
final class Places {
    private Places() {}

    /** A JSON pointer, {@code row N/Column} of a CSV document, or a path of an XML document. */
    static BigDecimal number(byte[] document, String pointer) {
        return new BigDecimal(text(document, pointer).strip().replaceAll("[,\\s\u00a0]", ""));
    }

    private static String text(byte[] document, String pointer) {
        try {
            if (pointer.startsWith("row ")) {
                return cell(document, pointer);
            }
            String start = new String(document, StandardCharsets.UTF_8).replaceAll("^[\uFEFF\\s]+", "");
            return start.startsWith("<")
                    ? element(start, pointer)
                    : Recorded.tree(document).at(JsonPointer.compile(pointer)).asText();
        } catch (Exception e) {
            throw new AssertionError("nothing at " + pointer, e);
        }
    }

    private static String cell(byte[] document, String pointer) throws Exception {
        String[] place = pointer.substring("row ".length()).split("/", 2);
        String text = new String(document, StandardCharsets.UTF_8).replaceAll("^\uFEFF", "");
        try (MappingIterator<String[]> lines = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .readerFor(String[].class)
                .readValues(text)) {
            List<String[]> all = lines.readAll();
            List<String> header = Arrays.stream(all.get(0)).map(String::strip).toList();
            String column = place[1].replace("~1", "/").replace("~0", "~");
            return all.get(Integer.parseInt(place[0]))[header.indexOf(column)];
        }
    }

    private static String element(String document, String pointer) throws Exception {
        String path = Arrays.stream(pointer.substring(1).split("/"))
                .map(Places::step)
                .collect(Collectors.joining("/", "/", ""));
        var tree = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        return XPathFactory.newInstance().newXPath().evaluate(path, tree);
    }

    private static String step(String step) {
        if (step.startsWith("@")) {
            return step;
        }
        int bracket = step.indexOf('[');
        String name = bracket < 0 ? step : step.substring(0, bracket);
        return "*[name()='" + name + "']" + (bracket < 0 ? "" : step.substring(bracket));
    }
}
