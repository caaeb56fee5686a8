package org.tocsin.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

/**
 * A rule as a person writes it, in YAML or JSON: {@code id, title, metric, population?, cause, interval, sources?, crises?,
 * countries?, regions?, everyCountry?, floor?, coolDownDays?, maxAgeDays?, atAge?, detector: {type, ...}}.
 */
public final class RuleFile {
    private static final JsonMapper JSON = Wording.on(JsonMapper.builder()).build();
    private static final YAMLMapper YAML = Wording.on(YAMLMapper.builder()).build();

    private RuleFile() {}

    /**
     * The rule that was written.
     *
     * @throws InvalidRuleException with everything that is wrong, unknown keys included
     */
    public static Rule read(String yamlOrJson) {
        try {
            return read(YAML.readTree(yamlOrJson));
        } catch (JsonProcessingException e) {
            throw new InvalidRuleException(
                    List.of(new InvalidRuleException.Problem("", "cannot be read: " + e.getOriginalMessage())));
        }
    }

    /**
     * The rule that was written.
     *
     * @throws InvalidRuleException with everything that is wrong, unknown keys included
     */
    public static Rule read(JsonNode document) {
        List<InvalidRuleException.Problem> problems = new ArrayList<>();
        if (!document.isObject()) {
            throw new InvalidRuleException(List.of(new InvalidRuleException.Problem("", "a rule is an object")));
        }
        Rule rule = rule(new Fields(document, "", problems));
        if (rule != null) {
            problems.addAll(RuleChecks.of(rule));
        }
        if (rule == null || !problems.isEmpty()) {
            throw new InvalidRuleException(problems);
        }
        return rule;
    }

    /** The rule as JSON with the keys above; {@code read(write(rule))} equals the rule. */
    public static String write(Rule rule) {
        ObjectNode node = JSON.createObjectNode();
        Rule.Watch watch = rule.watch();
        node.put("id", rule.id()).put("title", rule.title());
        node.put("metric", watch.metric().code());
        if (watch.population() != null) {
            node.put("population", watch.population().code());
        }
        node.put("cause", watch.cause().code()).put("interval", watch.interval().code());
        list(node, "sources", watch.sources().stream().map(SourceId::value).toList());
        write(node, watch.where());
        if (rule.firing().floor() != null) {
            node.put("floor", rule.firing().floor());
        }
        node.put("coolDownDays", rule.firing().coolDownDays());
        node.put("maxAgeDays", rule.firing().maxAgeDays());
        if (rule.atAge() != null) {
            node.put("atAge", rule.atAge());
        }
        node.set("detector", JSON.valueToTree(rule.detector()));
        return node.toString();
    }

    private static void write(ObjectNode node, Where where) {
        list(node, "crises", where.crises());
        list(node, "countries", where.countries());
        list(node, "regions", where.regions());
        if (where.everyCountry()) {
            node.put("everyCountry", true);
        }
    }

    private static void list(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
    }

    private static @Nullable Rule rule(Fields fields) {
        String id = fields.text("id", RuleChecks::id);
        String title = fields.text("title");
        Rule.Watch watch = watch(fields);
        BigDecimal floor = fields.number("floor");
        int coolDownDays = fields.count("coolDownDays", Rule.Firing.COOL_DOWN_DAYS);
        int maxAgeDays = fields.count("maxAgeDays", Rule.Firing.MAX_AGE_DAYS);
        Integer atAge = fields.has("atAge") ? Integer.valueOf(fields.positive("atAge", 1)) : null;
        Fields inner = fields.object("detector");
        Detector detector = inner == null ? null : DetectorFields.read(inner, watch == null ? null : watch.interval());
        fields.nothingElse();
        if (id == null || title == null || watch == null || detector == null) {
            return null;
        }
        return new Rule(id, title, watch, detector, new Rule.Firing(floor, coolDownDays, maxAgeDays), atAge);
    }

    private static Rule.@Nullable Watch watch(Fields fields) {
        Metric metric = fields.text("metric", Metric::of);
        Population population = fields.optionalText("population", Population::of);
        Cause cause = fields.text("cause", Cause::new);
        Interval interval = fields.text("interval", Interval::of);
        List<SourceId> sources = fields.texts("sources", SourceId::new);
        Where where = where(fields);
        if (metric == null || cause == null || interval == null) {
            return null;
        }
        return new Rule.Watch(metric, population, cause, interval, sources, where);
    }

    private static Where where(Fields fields) {
        List<String> crises = fields.texts("crises", text -> text);
        List<String> countries = fields.texts("countries", Regions::country);
        List<String> regions = fields.texts("regions", Regions::region);
        if (!fields.flag("everyCountry", false)) {
            return new Where(crises, countries, regions, false);
        }
        if (fields.has("countries") || fields.has("regions")) {
            fields.wrong("everyCountry", "watches the countries and regions that are listed already; leave one out");
        }
        return new Where(crises, List.of(), List.of(), true);
    }
}
