package org.tocsin.collect.insecurity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.tocsin.figure.Population;

/** A list of events that counts one group of people; one event may be in several lists. */
public enum Theme {
    AID_WORKERS("aidWorkerKIKA", Population.AID_WORKERS, "Aid Workers"),
    HEALTH_WORKERS("healthcare", Population.HEALTH_WORKERS, "Health Workers");

    private final String path;
    private final Population population;
    private final String label;

    Theme(String path, Population population, String label) {
        this.path = path;
        this.population = population;
        this.label = label;
    }

    /**
     * The theme of that name in the source's addresses.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Theme of(String path) {
        return Arrays.stream(values())
                .filter(theme -> theme.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + path + "' is no theme that counts people: "
                        + Arrays.stream(values()).map(Theme::path).toList()));
    }

    @JsonValue
    public String path() {
        return path;
    }

    Population population() {
        return population;
    }

    /** The field that says how many were, for instance, {@code Killed}. */
    String field(String harm) {
        return label + " " + harm;
    }
}
