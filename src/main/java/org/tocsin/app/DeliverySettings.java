package org.tocsin.app;

import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code delivery} of config.yml.
 *
 * @param mode {@code live} sends; {@code dry_run} decides and records everything and tells nobody
 * @param senders how many messages are under way at most
 */
public record DeliverySettings(Mode mode, @Min(1) int senders) {
    private static final int USUAL = 16;

    /** Whether anybody is told. */
    public enum Mode {
        LIVE,
        DRY_RUN
    }

    // Jackson hands null, or 0, for a key that is left out.
    public DeliverySettings(@Nullable Mode mode, int senders) {
        this.mode = Objects.requireNonNullElse(mode, Mode.LIVE);
        this.senders = senders == 0 ? USUAL : senders;
    }
}
