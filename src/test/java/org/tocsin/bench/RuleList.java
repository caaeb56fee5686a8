package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;

/** Rules as they are written in files: one, or a list of them. */
final class RuleList {
    private RuleList() {}

    static List<Rule> shipped() throws IOException {
        try (InputStream yaml = Objects.requireNonNull(Rule.class.getResourceAsStream("/rules.yml"), "rules.yml")) {
            return read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<Rule> read(String yamlOrJson) throws IOException {
        JsonNode document = new YAMLMapper().readTree(yamlOrJson);
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : document.isArray() ? document : List.of(document)) {
            rules.add(RuleFile.read(rule));
        }
        return rules;
    }
}
