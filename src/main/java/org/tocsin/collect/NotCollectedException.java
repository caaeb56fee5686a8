package org.tocsin.collect;

import org.jspecify.annotations.Nullable;
import org.tocsin.figure.SourceId;

/** A source cannot be asked: a setting is missing, or people hand its figures over. */
public final class NotCollectedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String setting;

    private NotCollectedException(String message, @Nullable String setting) {
        super(message);
        this.setting = setting;
    }

    static NotCollectedException lacking(SourceId source, String setting) {
        return new NotCollectedException(
                "the source '" + source + "' is not configured: config.yml lacks " + setting, setting);
    }

    static NotCollectedException byHand(SourceId source) {
        return new NotCollectedException(
                "the source '" + source + "' is not asked: people hand its figures over", null);
    }

    /** The setting that is missing; null where it is none. */
    public @Nullable String setting() {
        return setting;
    }
}
