package org.tocsin.notify;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.tocsin.figure.Cause;
import org.tocsin.figure.SourceId;

/** How a notice is written: snake case, codes in lower case, ISO 8601 days, absent keys for what is not known. */
public final class NoticeJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new CodeSerializer()))
            .addMixIn(Cause.class, CodeMixIn.class)
            .addMixIn(SourceId.class, ValueMixIn.class)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            // nodes of two versions share one outbox
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private NoticeJson() {}

    public static String write(Notice notice) {
        try {
            return MAPPER.writeValueAsString(notice);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("notice of alert " + notice.alarm().alert() + " cannot be written", e);
        }
    }

    /** The notice as a tree, for a channel that wraps it. */
    public static JsonNode tree(Notice notice) {
        return MAPPER.valueToTree(notice);
    }

    /** A tree in UTF-8, its numbers without exponents. */
    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("tree cannot be written", e);
        }
    }

    static Notice read(String json) {
        try {
            return MAPPER.readValue(json, Notice.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("stored notice cannot be read at " + e.getLocation(), e);
        }
    }

    private static final class CodeSerializer extends StdSerializer<Enum<?>> {
        CodeSerializer() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> constant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(constant.name().toLowerCase(Locale.ROOT));
        }
    }

    @SuppressWarnings("UnusedVariable") // only its annotations are read
    private abstract static class CodeMixIn {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CodeMixIn(String code) {}

        @JsonValue
        abstract String code();
    }

    @SuppressWarnings("UnusedVariable") // only its annotations are read
    private abstract static class ValueMixIn {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ValueMixIn(String value) {}

        @JsonValue
        abstract String value();
    }
}
