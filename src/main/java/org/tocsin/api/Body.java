package org.tocsin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the JSON object that somebody posts; what cannot be read is a problem that names the field. */
final class Body {
    private static final int LONGEST = 8 << 20;
    private static final int TOO_LARGE = 413;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String path;
    private final ObjectNode fields;

    private Body(String path, ObjectNode fields) {
        this.path = path;
        this.fields = fields;
    }

    /** The object, in which no other than the known fields may be. */
    static Body read(InputStream in, String... known) throws IOException {
        return read(bytes(in), known);
    }

    static Body read(byte[] bytes, String... known) throws IOException {
        if (!(tree(bytes) instanceof ObjectNode object)) {
            throw new ProblemException(Problem.of(400, "the body is not a JSON object"));
        }
        return new Body("", object).onlyWith(known);
    }

    /** The body as it was sent; a problem if it is too large. */
    static byte[] bytes(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new ProblemException(Problem.of(TOO_LARGE, "the body is larger than " + LONGEST + " bytes"));
        }
        return bytes;
    }

    private static JsonNode tree(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.of(400, "the body holds a number that is none: " + e.getMessage()));
        }
    }

    private Body onlyWith(String... known) {
        SortedSet<String> allowed = new TreeSet<>(List.of(known));
        fields.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw problem(name, "there is no such field here; there are " + allowed, List.copyOf(allowed));
            }
        });
        return this;
    }

    boolean has(String field) {
        return fields.hasNonNull(field);
    }

    /** A text that must be there. */
    String text(String field, int longest) {
        return Parameters.required(path + field, findText(field, longest), List.of("1 to " + longest + " characters"));
    }

    @Nullable
    String findText(String field, int longest) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw problem(field, "is not a text", List.of());
        }
        String text = value.asText();
        if (text.length() > longest) {
            throw problem(field, "is longer than " + longest + " characters", List.of());
        }
        if (text.indexOf('\0') >= 0) {
            throw problem(field, "holds the character NUL", List.of());
        }
        return text;
    }

    /** One of these words, which must be there. */
    String word(String field, List<String> words) {
        String text = Parameters.required(path + field, findText(field, LONGEST), words);
        return Parameters.required(path + field, Parameters.oneOf(path + field, text, words), words);
    }

    LocalDate day(String field) {
        return Parameters.required(path + field, findDay(field), List.of("YYYY-MM-DD"));
    }

    @Nullable
    LocalDate findDay(String field) {
        return Parameters.day(path + field, findText(field, LONGEST));
    }

    /** A whole number that must be there. */
    int number(String field) {
        JsonNode value = fields.path(field);
        if (!value.isInt()) {
            throw problem(field, "is not a whole number", List.of());
        }
        return value.intValue();
    }

    /** A whole number; null if it is not there. */
    @Nullable
    Long findNumber(String field) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw problem(field, "is not a whole number", List.of());
        }
        return value.longValue();
    }

    boolean flag(String field) {
        JsonNode value = fields.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw problem(field, "is neither true nor false", List.of("false", "true"));
        }
        return value.asBoolean(false);
    }

    @Nullable
    UUID findId(String field) {
        return Parameters.read(path + field, findText(field, LONGEST), UUID::fromString);
    }

    /** A page of the web. */
    @Nullable
    URI findLink(String field) {
        String text = findText(field, 2000);
        try {
            URI link = text == null ? null : new URI(text.strip());
            if (link == null || isOfTheWeb(link)) {
                return link;
            }
        } catch (URISyntaxException e) {
            throw problem(field, "is not an address: " + e.getMessage(), List.of());
        }
        throw problem(field, "is not an address of the web", List.of());
    }

    private static boolean isOfTheWeb(URI link) {
        return link.getHost() != null && String.valueOf(link.getScheme()).matches("https?");
    }

    /** Texts; none if the field is not there. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        JsonNode values = fields.path(field);
        if (!values.isMissingNode() && !values.isArray()) {
            throw problem(field, "is not a list", List.of());
        }
        for (JsonNode value : values) {
            if (!value.isTextual()) {
                throw problem(field, "is not a list of texts", List.of());
            }
            texts.add(value.asText());
        }
        return texts;
    }

    /** A list of 1 to so many things that somebody else reads. */
    List<JsonNode> list(String field, int most) {
        JsonNode values = fields.path(field);
        if (!values.isArray() || values.isEmpty() || values.size() > most) {
            throw problem(field, "is not a list of 1 to " + most, List.of());
        }
        List<JsonNode> list = new ArrayList<>();
        values.forEach(list::add);
        return list;
    }

    /** An object inside; null if it is not there. */
    @Nullable
    Body findBody(String field, String... known) {
        ObjectNode object = findObject(field);
        return object == null ? null : new Body(path + field + ".", object).onlyWith(known);
    }

    /** An object whose fields somebody else knows; null if it is not there. */
    @Nullable
    ObjectNode findObject(String field) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw problem(field, "is not an object", List.of());
    }

    ProblemException problem(String field, String why, List<String> allowed) {
        return new ProblemException(Problem.field(path + field, why, allowed));
    }
}
