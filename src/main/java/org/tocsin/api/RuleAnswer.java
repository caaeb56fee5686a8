package org.tocsin.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.tocsin.alert.RuleVersion;
import org.tocsin.detect.RuleFile;

/**
 * A rule as it is in force.
 *
 * @param provisioned whether it comes from a file
 * @param definition as a person writes it
 */
record RuleAnswer(
        String id,
        int version,
        boolean provisioned,
        @JsonRawValue String definition) implements Answer {
    static RuleAnswer from(RuleVersion held) {
        return new RuleAnswer(held.rule().id(), held.version(), held.provisioned(), RuleFile.write(held.rule()));
    }
}
