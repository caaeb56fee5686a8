package org.tocsin.collect;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dropwizard.jackson.Discoverable;
import java.util.Optional;

/** One entry of {@code sources} in config.yml: the settings of a source, told apart by their {@code type}, that make its collector. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public interface CollectorFactory extends Discoverable {
    Collector build();

    /** The setting without which the source cannot be asked, such as a key that only its publisher gives; empty if none is missing. */
    default Optional<String> lacking() {
        return Optional.empty();
    }

    /** When it is collected by itself: seconds, minutes, hours, day of month, month, day of week, as Quartz reads them, in UTC. */
    String schedule();
}
