package org.tocsin.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.collect.Pause;
import org.tocsin.collect.Pauses;
import org.tocsin.figure.SourceId;

/** Writes down that a source is not to be asked by itself, or that it is again. */
record SourcePen(Pauses pauses, Audit audit, InstantSource clock) {
    private static final String BECAUSE = "because";

    void pause(SourceId source, InputStream in, Actor by) throws IOException {
        Body body = Body.read(in, BECAUSE);
        String because = body.text(BECAUSE, Pause.LONGEST_REASON);
        Pause pause = new Pause(clock.instant(), by.name(), because);
        audit.record(by, "source.pause", source.value(), Map.of(BECAUSE, because), () -> pauses.pause(source, pause));
    }

    void resume(SourceId source, Actor by) {
        audit.record(by, "source.resume", source.value(), Map.of(), () -> {
            pauses.resume(source);
        });
    }
}
