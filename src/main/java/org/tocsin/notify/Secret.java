package org.tocsin.notify;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A shared secret of an endpoint, as written: {@code whsec_} and base64. Never shows itself. */
public record Secret(String text) {
    private static final String FORM = "whsec_[A-Za-z0-9+/]{32,88}={0,2}";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Secret {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("a webhook secret is whsec_ and the base64 of 24 to 64 bytes");
        }
    }

    /** The base64 behind the prefix. */
    public String base64() {
        return text.substring("whsec_".length());
    }

    @Override
    public String toString() {
        return "whsec_***";
    }
}
