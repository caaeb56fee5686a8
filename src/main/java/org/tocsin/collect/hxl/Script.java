package org.tocsin.collect.hxl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.tocsin.collect.CsvRows;
import org.tocsin.collect.Document;
import org.tocsin.collect.UnreadableDocumentException;

/** How a table is written: nobody says it, so it is told from the bytes. */
record Script(boolean isJson, CsvRows.Dialect dialect) {
    private static final int HEAD = 16 << 10;
    private static final int CHUNK = 64 << 10;

    /** @throws UnreadableDocumentException if the document cannot be opened */
    static Script of(Document document) throws UnreadableDocumentException {
        try {
            Charset charset = isUtf8(document) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            String head = head(document, charset);
            boolean json = head.replaceFirst("^[\uFEFF\\s]+", "").startsWith("[");
            return new Script(json, new CsvRows.Dialect(separator(head), charset, false));
        } catch (IOException e) {
            throw new UnreadableDocumentException("", "document", "cannot be opened: " + e.getMessage());
        }
    }

    /** The most frequent one of the line with the most hashtags, else of the first line. */
    private static char separator(String head) {
        String telling = "";
        long most = 0;
        for (String line : head.lines().toList()) {
            long tags = line.chars().filter(letter -> letter == '#').count();
            if (telling.isEmpty() || tags > most) {
                telling = line;
                most = tags;
            }
        }
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(telling, candidate) > count(telling, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(letter -> letter == wanted).count();
    }

    private static String head(Document document, Charset charset) throws IOException {
        try (InputStream bytes = document.open()) {
            return new String(bytes.readNBytes(HEAD), charset);
        }
    }

    private static boolean isUtf8(Document document) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.allocate(CHUNK);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        try (InputStream bytes = document.open()) {
            boolean end = false;
            while (!end) {
                int read = bytes.read(in.array(), in.position(), in.remaining());
                end = read < 0;
                in.position(in.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(in, out.clear(), end);
                if (result.isError()) {
                    return false;
                }
                in.compact();
            }
        }
        return true;
    }
}
