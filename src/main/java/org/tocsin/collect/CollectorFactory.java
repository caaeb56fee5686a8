package org.tocsin.collect;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dropwizard.jackson.Discoverable;

/** One entry of {@code sources} in config.yml: the settings of a source, told apart by their {@code type}, that make its collector. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public interface CollectorFactory extends Discoverable {
    Collector build();

    /** When it is collected by itself: seconds, minutes, hours, day of month, month, day of week, as Quartz reads them, in UTC. */
    String schedule();
}
