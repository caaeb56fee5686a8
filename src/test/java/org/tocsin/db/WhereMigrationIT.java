package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.RuleStore;
import org.tocsin.detect.RuleFile;

/** What the rules of today become when migration 014 is taken back. */
class WhereMigrationIT {
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    private static final String ROLLBACK = "--rollback ";

    @Test
    void aRuleOfCountriesLeavesForceInsteadOfWatchingEverything() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            Jdbi jdbi = database.jdbi();
            RuleStore rules = new RuleStore(jdbi);
            rules.save(RuleFile.read(rule("everywhere", "")), NOW);
            rules.save(RuleFile.read(rule("one-crisis", "crises: [sdn],")), NOW);
            rules.save(RuleFile.read(rule("regional", "crises: [sdn], regions: ['014'],")), NOW);
            rules.save(RuleFile.read(rule("countries", "everyCountry: true,")), NOW);

            List<String> back = Files.readAllLines(Path.of("migrations", "014-where.sql")).stream()
                    .filter(line -> line.startsWith(ROLLBACK))
                    .map(line -> line.substring(ROLLBACK.length()))
                    .toList();
            jdbi.useHandle(handle -> back.forEach(handle::execute));

            List<String> inForce = jdbi.withHandle(
                    handle -> handle.createQuery("select rule from rule_version where known_to is null order by rule")
                            .mapTo(String.class)
                            .list());
            assertThat(inForce).containsExactly("everywhere", "one-crisis");
            assertThat(rules.get("regional", 1).rule()).isEqualTo(RuleFile.read(rule("regional", "crises: [sdn],")));
            assertThat(rules.versions("countries")).hasSize(1);
        }
    }

    private static String rule(String id, String where) {
        return "{id: %s, title: T, metric: killed, cause: conflict, interval: week, %s floor: 5,".formatted(id, where)
                + " detector: {type: threshold, levels: {watch: 25}}}";
    }
}
