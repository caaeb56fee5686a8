package org.tocsin.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the headers, query parameters and fields of a form of a request that nobody else may see: not the archive, not the log, not another host.
 * {@code Authorization}, {@code Proxy-Authorization} and {@code Cookie} are always among them. Names match in any case.
 */
public record Secrets(Set<String> headers, Set<String> parameters) {
    private static final Set<String> ALWAYS = Set.of("Authorization", "Proxy-Authorization", "Cookie");

    /** Only the headers that are always secret. */
    public static final Secrets USUAL = new Secrets(Set.of(), Set.of());

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Shorter values would be found everywhere. */
    private static final int SHORTEST_VALUE = 4;

    public Secrets {
        headers = caseless(Stream.concat(ALWAYS.stream(), headers.stream()));
        parameters = caseless(parameters.stream());
    }

    Secrets withHeader(String name) {
        return new Secrets(caseless(Stream.concat(headers.stream(), Stream.of(name))), parameters);
    }

    Secrets withParameter(String name) {
        return new Secrets(headers, caseless(Stream.concat(parameters.stream(), Stream.of(name))));
    }

    /** The address with each secret value replaced by its name, {@code ?key=<key>}. */
    String redact(URI uri) {
        return withQuery(uri, pair -> isSecret(pair) ? nameOf(pair) + "=<" + nameOf(pair) + ">" : pair);
    }

    Map<String, String> redact(Map<String, String> sent) {
        Map<String, String> redacted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.forEach((name, value) -> redacted.put(name, headers.contains(name) ? "<" + name + ">" : value));
        return Collections.unmodifiableMap(redacted);
    }

    /** The text with every secret value of the call, plain or percent-encoded, replaced by its name. */
    String redact(String text, Call call) {
        String redacted = text;
        for (Map.Entry<String, String> secret : valuesOf(call).entrySet()) {
            redacted = redacted.replace(secret.getKey(), "<" + secret.getValue() + ">");
        }
        return redacted;
    }

    URI strip(URI uri) {
        return URI.create(withQuery(uri, pair -> isSecret(pair) ? "" : pair));
    }

    Map<String, String> strip(Map<String, String> sent) {
        Map<String, String> left = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        left.putAll(sent);
        left.keySet().removeAll(headers);
        return left;
    }

    boolean leakIn(URI uri, Call call) {
        return valuesOf(call).keySet().stream().anyMatch(uri.toString()::contains);
    }

    private Map<String, String> valuesOf(Call call) {
        Map<String, String> names = new HashMap<>();
        call.headers().forEach((name, value) -> {
            if (headers.contains(name)) {
                names.put(value, name);
                // "Bearer abc": the token alone is as secret as the whole.
                names.put(value.substring(value.indexOf(' ') + 1), name);
            }
        });
        Stream.concat(pairsOf(call.uri()), formOf(call)).filter(this::isSecret).forEach(pair -> {
            String raw = pair.substring(pair.indexOf('=') + 1);
            names.put(raw, nameOf(pair));
            names.put(decoded(raw), nameOf(pair));
        });
        names.keySet().removeIf(value -> value.length() < SHORTEST_VALUE);
        return names;
    }

    private boolean isSecret(String pair) {
        return parameters.contains(nameOf(pair));
    }

    private static String nameOf(String pair) {
        int equals = pair.indexOf('=');
        return decoded(equals < 0 ? pair : pair.substring(0, equals));
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray percent sign that java.net.URI let pass: the name is what is written.
            return raw;
        }
    }

    /** The fields of a form, where the call sends one. */
    private static Stream<String> formOf(Call call) {
        return call.body() == null || !FORM.equals(call.headers().get("Content-Type"))
                ? Stream.empty()
                : Arrays.stream(call.body().split("&", -1));
    }

    private static Stream<String> pairsOf(URI uri) {
        return uri.getRawQuery() == null
                ? Stream.empty()
                : Arrays.stream(uri.getRawQuery().split("&", -1));
    }

    private static String withQuery(URI uri, UnaryOperator<String> each) {
        String query = pairsOf(uri).map(each).filter(pair -> !pair.isEmpty()).collect(Collectors.joining("&"));
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath()
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static Set<String> caseless(Stream<String> names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.forEach(set::add);
        return Collections.unmodifiableSet(set);
    }
}
