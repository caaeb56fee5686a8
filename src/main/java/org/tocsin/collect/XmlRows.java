package org.tocsin.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tocsin.figure.InvalidFigureException;

/**
 * Streams chosen elements of an XML document, one at a time, as rows; without DTDs and external entities.
 *
 * <p>A row's fields are the child elements by their names as written ({@code dc:date}). An element with nothing but text is a text; one
 * with attributes or children is an object, attributes under {@code @name}, its text under {@code #text}; one that is there several times
 * is an array. A place is a path such as {@code /rss/channel/item[3]}, counted from 1 among elements of the same name.
 */
public final class XmlRows {
    private static final int DEEPEST = 32;
    private static final int LONGEST = 8 << 20;
    private static final String TEXT = "#text";

    /** The bytes of blanks, of a byte order mark, and of one that was taken for Latin letters and written in UTF-8 again. */
    private static final String BEFORE = " \t\r\n\u00ef\u00bb\u00bf\u00c3\u00af\u00c2";

    private static final XMLInputFactory FACTORY = factory();

    private XmlRows() {}

    /**
     * Reads every element of these names, outermost first; elements inside one that was read are its fields.
     *
     * @return how many there were
     * @throws UnreadableDocumentException if it is no XML, is cut off, is nested deeper than 32 or has an element of more than 8 MB
     */
    public static long each(Document document, Intake intake, JsonRows.Reader reader, Set<String> names)
            throws UnreadableDocumentException {
        try (InputStream bytes = document.open();
                InputStream start = atFirstTag(bytes)) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(start);
            return new Walk(xml, intake, reader, names).run();
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            throw new UnreadableDocumentException(
                    at == null ? "" : "line " + at.getLineNumber() + " column " + at.getColumnNumber(),
                    "document",
                    "is not XML: " + e.getMessage());
        } catch (IOException e) {
            throw new UnreadableDocumentException("", "document", "cannot be read: " + e.getMessage());
        }
    }

    /** The text of a field, whether it has attributes or not; of several, that of the first; empty if absent or blank. */
    public static Optional<String> findText(Row row, String field) {
        JsonNode value = row.node().path(field);
        JsonNode first = value.isArray() ? value.path(0) : value;
        String text = first.isObject() ? first.path(TEXT).asText() : first.asText();
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Feeds begin with line breaks and byte order marks, sometimes several, before their declaration. */
    private static InputStream atFirstTag(InputStream bytes) throws IOException {
        PushbackInputStream start = new PushbackInputStream(bytes);
        int next = start.read();
        while (next >= 0 && BEFORE.indexOf(next) >= 0) {
            next = start.read();
        }
        if (next >= 0) {
            start.unread(next);
        }
        return start;
    }

    /** One pass over a document; the path of the element it is in is known at any time. */
    private static final class Walk {
        private final XMLStreamReader xml;
        private final Intake intake;
        private final JsonRows.Reader reader;
        private final Set<String> names;
        private final Deque<Step> path = new ArrayDeque<>();
        private long rows;

        private record Step(String name, int number, Map<String, Integer> children) {}

        private Walk(XMLStreamReader xml, Intake intake, JsonRows.Reader reader, Set<String> names) {
            this.xml = xml;
            this.intake = intake;
            this.reader = reader;
            this.names = names;
        }

        private long run() throws XMLStreamException {
            path.addLast(new Step("", 1, new HashMap<>()));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    enter();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    path.removeLast();
                }
            }
            return rows;
        }

        private void enter() throws XMLStreamException {
            String name = name();
            int number = path.getLast().children().merge(name, 1, Integer::sum);
            path.addLast(new Step(name, number, new HashMap<>()));
            guard(path.size());
            if (names.contains(name)) {
                read();
                path.removeLast();
            }
        }

        private void read() throws XMLStreamException {
            rows++;
            String at = at();
            JsonNode node = element(path.size(), new int[1]);
            try {
                reader.read(new Row(node.isObject() ? node : JsonNodeFactory.instance.objectNode(), at));
            } catch (InvalidFigureException e) {
                intake.rejected(at, e.field(), String.valueOf(e.getMessage()));
            }
        }

        private JsonNode element(int depth, int[] length) throws XMLStreamException {
            guard(depth);
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            for (int attribute = 0; attribute < xml.getAttributeCount(); attribute++) {
                node.put("@" + xml.getAttributeLocalName(attribute), xml.getAttributeValue(attribute));
            }
            StringBuilder text = new StringBuilder();
            while (xml.next() != XMLStreamConstants.END_ELEMENT) {
                if (xml.isStartElement()) {
                    String name = name();
                    add(node, name, element(depth + 1, length));
                } else if (xml.isCharacters()) {
                    text.append(xml.getText());
                    length[0] += xml.getTextLength();
                    if (length[0] > LONGEST) {
                        throw new XMLStreamException(
                                "element of more than " + LONGEST + " characters", xml.getLocation());
                    }
                }
            }
            if (node.isEmpty()) {
                return TextNode.valueOf(text.toString());
            }
            return text.toString().isBlank() ? node : node.put(TEXT, text.toString());
        }

        private static void add(ObjectNode node, String name, JsonNode child) {
            JsonNode before = node.get(name);
            if (before == null) {
                node.set(name, child);
            } else if (before instanceof ArrayNode several) {
                several.add(child);
            } else {
                node.set(name, JsonNodeFactory.instance.arrayNode().add(before).add(child));
            }
        }

        private String name() {
            String prefix = xml.getPrefix();
            return prefix == null || prefix.isEmpty() ? xml.getLocalName() : prefix + ":" + xml.getLocalName();
        }

        /** The path so far; a number where there are, or may come, several of a name. */
        private String at() {
            StringBuilder at = new StringBuilder();
            path.stream()
                    .skip(1)
                    .forEach(step -> at.append('/')
                            .append(step.name())
                            .append(names.contains(step.name()) || step.number() > 1 ? "[" + step.number() + "]" : ""));
            return at.toString();
        }

        private void guard(int depth) throws XMLStreamException {
            if (depth > DEEPEST) {
                throw new XMLStreamException("nested deeper than " + DEEPEST, xml.getLocation());
            }
        }
    }
}
