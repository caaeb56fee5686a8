package org.tocsin.figure;

import org.jspecify.annotations.Nullable;

/** Who published a number, who stands behind it where that is another one, and what it stands on. */
public record Attribution(SourceId source, @Nullable String statedBy, Basis basis) {
    public static Attribution of(SourceId source, Basis basis) {
        return new Attribution(source, null, basis);
    }
}
