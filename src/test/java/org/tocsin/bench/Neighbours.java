package org.tocsin.bench;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;

/**
 * The rules around a rule: every combination of other values at some places of its JSON. Written as a list of {@code at}, a JSON
 * pointer, and {@code values}.
 */
final class Neighbours {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Neighbours() {}

    static List<Rule> of(Rule rule, InputStream variations) throws IOException {
        List<JsonNode> rules = List.of(YAML.readTree(RuleFile.write(rule)));
        for (JsonNode variation : YAML.readTree(variations)) {
            JsonPointer at = JsonPointer.compile(variation.path("at").asText());
            List<JsonNode> more = new ArrayList<>();
            for (JsonNode one : rules) {
                for (JsonNode value : variation.path("values")) {
                    more.add(with(one, at, value));
                }
            }
            rules = more;
        }
        return rules.stream().map(RuleFile::read).toList();
    }

    private static JsonNode with(JsonNode rule, JsonPointer at, JsonNode value) {
        JsonNode copy = rule.deepCopy();
        if (copy.at(at).isMissingNode()) {
            throw new IllegalArgumentException("the rule has nothing at " + at + " to vary");
        }
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ArrayNode list) {
            list.set(at.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
        }
        return copy;
    }
}
