package org.tocsin.crisis;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One line of a crisis's scope.
 *
 * @param country ISO 3166-1 alpha-3; given for places and origins
 * @param admin1 only this area of the country, under the source's name; only for places
 * @param appeal the code of an appeal; given for appeals alone
 */
public record ScopeLine(
        Role role,
        @Nullable String country,
        @Nullable String admin1,
        @Nullable String appeal) {
    /** What a line adds to the scope: a place, the people who left a country, or an appeal. */
    public enum Role {
        @JsonProperty("in")
        IN,
        @JsonProperty("from")
        FROM,
        @JsonProperty("appeal")
        APPEAL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public ScopeLine {
        if ((role == Role.APPEAL) != (appeal != null) || (role == Role.APPEAL) == (country != null)) {
            throw new IllegalArgumentException("a scope line has a country, or an appeal if its role is appeal: " + role
                    + " " + country + " " + appeal);
        }
        if (role != Role.IN && admin1 != null) {
            throw new IllegalArgumentException("only a place has an admin1: " + role + " " + admin1);
        }
    }
}
