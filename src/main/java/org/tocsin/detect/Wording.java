package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.tocsin.detect.method.Exceedance;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Unit;

/** How the records of this package look in JSON: codes, ISO dates, plain decimals, sorted keys, no key for what is absent. */
final class Wording {
    private Wording() {}

    private abstract static class Coded {
        @JsonValue
        abstract String code();
    }

    private abstract static class Named {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("unused") // read by Jackson
        Named(String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class CodedRecord {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("unused") // read by Jackson
        CodedRecord(String code) {}

        @JsonValue
        abstract String code();
    }

    static <B extends MapperBuilder<?, B>> B on(B builder) {
        return builder.addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
                .visibility(VisibilityChecker.Std.defaultInstance()
                        .withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                        .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .addMixIn(Metric.class, Coded.class)
                .addMixIn(Unit.class, Coded.class)
                .addMixIn(Kind.class, Coded.class)
                .addMixIn(Population.class, Coded.class)
                .addMixIn(Basis.class, Coded.class)
                .addMixIn(Interval.class, Coded.class)
                .addMixIn(Level.class, Coded.class)
                .addMixIn(Reason.class, Coded.class)
                .addMixIn(Exceedance.class, Coded.class)
                .addMixIn(SourceId.class, Named.class)
                .addMixIn(Cause.class, CodedRecord.class);
    }
}
