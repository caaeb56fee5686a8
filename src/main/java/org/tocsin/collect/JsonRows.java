package org.tocsin.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.tocsin.figure.InvalidFigureException;

/** Streams the objects of an array in a JSON document, one at a time, however large the document is. */
public final class JsonRows {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Other rows come behind a row. */
    private static final ObjectMapper ROWS = JSON.copy().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final JsonFactory FACTORY = ROWS.getFactory();

    /** Reads one row; what it throws about the row's fields becomes a rejection of that row alone. */
    public interface Reader {
        void read(Row row);
    }

    private interface Scan<T> {
        T run(JsonParser parser) throws IOException, UnreadableDocumentException;
    }

    private JsonRows() {}

    /**
     * Reads every element of the array at {@code path}.
     *
     * @param path object keys from the root, none for a bare array
     * @return how many elements there were
     * @throws UnreadableDocumentException if it is no JSON, is cut off, or has no array there
     */
    public static long each(Document document, Intake intake, Reader reader, String... path)
            throws UnreadableDocumentException {
        return scan(document, parser -> {
            descend(parser, path);
            return readArray(parser, intake, reader, "/" + String.join("/", path));
        });
    }

    /**
     * Counts the elements of the array at {@code path}.
     *
     * @throws UnreadableDocumentException if it is no JSON, is cut off, or has no array there
     */
    public static long count(Document document, String... path) throws UnreadableDocumentException {
        return scan(document, parser -> {
            descend(parser, path);
            long count = 0;
            for (; parser.nextToken() != JsonToken.END_ARRAY; count++) {
                parser.skipChildren();
            }
            return count;
        });
    }

    /**
     * Reads the plain fields of the document's root object, such as counts and links, and passes over its arrays and objects.
     *
     * @throws UnreadableDocumentException if it is no JSON, is cut off, or is not an object
     */
    public static Row head(Document document) throws UnreadableDocumentException {
        return scan(document, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableDocumentException(
                        "", "document", "is not a JSON object but " + parser.currentToken());
            }
            ObjectNode head = ROWS.createObjectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (parser.nextToken().isScalarValue()) {
                    head.set(field, ROWS.readTree(parser));
                } else {
                    parser.skipChildren();
                }
            }
            return new Row(head, "");
        });
    }

    /** Reads the whole document as one object; for small ones. */
    public static Row whole(Document document) throws UnreadableDocumentException {
        try (InputStream bytes = document.open()) {
            JsonNode root = JSON.readTree(bytes);
            if (root == null || !root.isContainerNode()) {
                throw new UnreadableDocumentException("", "document", "is not a JSON object or array");
            }
            return new Row(root, "");
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (NumberFormatException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UnreadableDocumentException("", "document", "cannot be opened: " + e.getMessage());
        }
    }

    private static <T> T scan(Document document, Scan<T> scan) throws UnreadableDocumentException {
        try (InputStream bytes = document.open();
                JsonParser parser = FACTORY.createParser(bytes)) {
            T found = scan.run(parser);
            drain(parser);
            return found;
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (NumberFormatException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UnreadableDocumentException("", "document", "cannot be read: " + e.getMessage());
        }
    }

    private static void descend(JsonParser parser, String... path) throws IOException, UnreadableDocumentException {
        parser.nextToken();
        for (String key : path) {
            if (parser.currentToken() != JsonToken.START_OBJECT || !find(parser, key)) {
                throw new UnreadableDocumentException("/" + String.join("/", path), key, "is missing");
            }
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableDocumentException(
                    "/" + String.join("/", path), "array", "is not an array but " + parser.currentToken());
        }
    }

    private static boolean find(JsonParser parser, String key) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(key);
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static long readArray(JsonParser parser, Intake intake, Reader reader, String pointer) throws IOException {
        long index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Row row = new Row(ROWS.readTree(parser), (pointer.equals("/") ? "" : pointer) + "/" + index);
            try {
                reader.read(row);
            } catch (InvalidFigureException e) {
                intake.rejected(row.at(), e.field(), String.valueOf(e.getMessage()));
            }
            index++;
        }
        return index;
    }

    /** Reads on to the end, so that a document cut off behind the array is noticed. */
    private static void drain(JsonParser parser) throws IOException {
        while (parser.nextToken() != null) {
            parser.skipChildren();
        }
    }

    private static UnreadableDocumentException unreadable(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String at = location == null ? "" : "line " + location.getLineNr() + " column " + location.getColumnNr();
        return new UnreadableDocumentException(at, "document", "is not JSON: " + e.getOriginalMessage());
    }

    /** Jackson lets a number through that no BigDecimal can hold, such as one with a dozen digits of exponent. */
    private static UnreadableDocumentException unreadable(NumberFormatException e) {
        return new UnreadableDocumentException("", "document", "holds a number that is none: " + e.getMessage());
    }
}
