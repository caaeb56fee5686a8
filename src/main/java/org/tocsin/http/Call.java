package org.tocsin.http;

import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as it goes over the wire: method, absolute http or https address, headers, and text sent as UTF-8.
 *
 * @param headers by name, in any case; no line breaks
 * @param body null for none
 */
public record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body) {
    public Call {
        if (!method.matches("[A-Z]+")) {
            throw new IllegalArgumentException("not an HTTP method: " + method);
        }
        uri = checked(uri);
        headers = caseless(headers);
        headers.forEach(Call::checkHeader);
    }

    /** Where the request goes, as {@code host} or {@code host:port}; a scheme's own port is left out. */
    public String authority() {
        return authorityOf(uri);
    }

    Call withUri(URI other) {
        return new Call(method, other, headers, body);
    }

    Call withHeader(String name, String value) {
        Map<String, String> more = caseless(headers, name, value);
        return new Call(method, uri, more, body);
    }

    /** Headers and address can hold secrets, so neither is printed. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + authority();
    }

    static String authorityOf(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
    }

    /** Unmodifiable, found by name in any case; of equal names the later wins. */
    static Map<String, String> caseless(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return Collections.unmodifiableMap(copy);
    }

    private static Map<String, String> caseless(Map<String, String> headers, String name, String value) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        copy.put(name, value);
        return copy;
    }

    private static URI checked(URI uri) {
        String scheme = uri.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("address is not http or https, but " + scheme);
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new IllegalArgumentException("address names no host: " + uri.getRawAuthority());
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("address carries a user: name it in a header, at " + uri.getHost());
        }
        return uri;
    }

    private static void checkHeader(String name, String value) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException("not a header name: " + name);
        }
        // The value may be a secret: only the name is told.
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new IllegalArgumentException("control character in header " + name);
        }
    }
}
