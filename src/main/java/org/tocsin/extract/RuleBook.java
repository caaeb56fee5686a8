package org.tocsin.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules in the order they are tried, read from a file: {@code let NAME = TAG ...} names a set of tags, and
 * {@code name confidence ANCHOR|ANCHOR [metric] : steps @ steps} is a rule, @ being the quantity, {@code TAG|SET{least,most}} a step and ! the word
 * that names the metric.
 */
final class RuleBook {
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Long> sets = new HashMap<>();

    RuleBook(List<String> files) {
        for (String file : files) {
            new LexiconFile(file).lines().forEach(this::add);
        }
    }

    private void add(String line) {
        if (line.startsWith("let ")) {
            String[] sides = line.substring(4).split("=", 2);
            sets.put(sides[0].strip(), mask(sides[1].strip().replaceAll("\\s+", "|")));
        } else {
            rules.add(rule(line));
        }
    }

    List<Rule> rules() {
        return rules;
    }

    private Rule rule(String line) {
        int colon = line.indexOf(" : ");
        if (colon < 0) {
            throw new IllegalStateException("no ' : ' in rule: " + line);
        }
        String[] head = line.substring(0, colon).strip().split("\\s+", -1);
        List<Rule.Step> left = new ArrayList<>();
        List<Rule.Step> right = new ArrayList<>();
        boolean before = true;
        for (String word : line.substring(colon + 3).strip().split("\\s+", -1)) {
            if (word.equals("@")) {
                before = false;
            } else if (before) {
                left.add(0, step(word));
            } else {
                right.add(step(word));
            }
        }
        @Nullable ToldMetric metric = head.length > 3 ? ToldMetric.of(head[3]) : null;
        return new Rule(head[0], Double.parseDouble(head[1]), mask(head[2]), metric, left, right);
    }

    private Rule.Step step(String word) {
        boolean event = word.endsWith("!");
        String plain = event ? word.substring(0, word.length() - 1) : word;
        int least = 1;
        int most = 1;
        int brace = plain.indexOf('{');
        if (brace > 0) {
            String[] bounds = plain.substring(brace + 1, plain.length() - 1).split(",", -1);
            least = Integer.parseInt(bounds[0]);
            most = Integer.parseInt(bounds[1]);
            plain = plain.substring(0, brace);
        } else if (plain.endsWith("?")) {
            least = 0;
            plain = plain.substring(0, plain.length() - 1);
        }
        return new Rule.Step(mask(plain), least, most, event);
    }

    private long mask(String names) {
        long mask = 0;
        for (String name : names.split("\\|", -1)) {
            Long set = sets.get(name);
            mask |= set != null ? set : Tag.valueOf(name).bit();
        }
        return mask;
    }
}
