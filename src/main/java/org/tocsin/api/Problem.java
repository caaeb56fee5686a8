package org.tocsin.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param more members beyond the standard's, for example {@code field} and {@code allowed}
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonIgnore Map<String, Object> more) implements Answer {
    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        more = Map.copyOf(more);
    }

    static Problem of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem("about:blank", title, status, detail, Map.of());
    }

    /** A parameter that cannot be what it is. */
    static Problem field(String field, String detail, Collection<String> allowed) {
        Problem problem = of(Response.Status.BAD_REQUEST.getStatusCode(), field + ": " + detail)
                .with("field", field);
        return allowed.isEmpty() ? problem : problem.with("allowed", List.copyOf(allowed));
    }

    /** The same with one more member; none if there is no value. */
    Problem with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(name, value);
        return new Problem(type, title, status, detail, members);
    }

    @JsonAnyGetter
    Map<String, Object> members() {
        return more;
    }
}
