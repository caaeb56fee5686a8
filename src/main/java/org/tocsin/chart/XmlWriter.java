package org.tocsin.chart;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML to memory, where writing cannot fail. The JDK's writer escapes markup; characters that XML cannot carry,
 * escaped or not, are replaced here.
 */
final class XmlWriter {
    private static final int REPLACEMENT = 0xfffd;

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    XmlWriter() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    XmlWriter open(String name) {
        try {
            xml.writeStartElement(name);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /** Adds to the element just opened. */
    XmlWriter with(String attribute, String value) {
        try {
            xml.writeAttribute(attribute, legal(value));
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    XmlWriter text(String text) {
        try {
            xml.writeCharacters(legal(text));
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    void close() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** What has been written, once every element is closed. */
    String written() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return out.toString();
    }

    private static IllegalStateException inMemory(XMLStreamException cause) {
        return new IllegalStateException("XML not written to memory", cause);
    }

    /** The text with each character outside of XML 1.0's {@code Char} production replaced. */
    private static String legal(String text) {
        return text.codePoints()
                .map(letter -> isLegal(letter) ? letter : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xd7ff)
                || (letter >= 0xe000 && letter <= 0xfffd)
                || letter >= 0x10000;
    }
}
