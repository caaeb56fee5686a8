package org.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annotated texts beside the project, where they are present: the scores the extraction must not fall below. */
class GoldTest {
    private static final Path GOLD = Path.of(System.getProperty("tocsin.shared", "../shared"), "gold");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Extractor EXTRACTOR = Extractor.shipped();

    @ParameterizedTest
    @CsvSource({"en, 0.95", "fr, 0.95", "es, 0.90"})
    void theDevelopmentTextsAreReadAtLeastThisWell(String language, double least) {
        GoldScore score = GoldScore.of(
                EXTRACTOR,
                development().stream()
                        .filter(text -> text.path("lang").asText().equals(language))
                        .toList());

        assertThat(score.f1()).isGreaterThanOrEqualTo(least);
    }

    @Test
    void qualifierPopulationAndCountryAreMostlyRightAsWell() {
        assertThat(GoldScore.of(EXTRACTOR, development()).fullF1()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void textsThatTellNothingGiveAlmostNothing() {
        GoldScore score = GoldScore.of(
                EXTRACTOR,
                development().stream()
                        .filter(text -> text.path("negative").asBoolean())
                        .toList());

        assertThat(score.falsePerThousandWords()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"seeds-gold.json", "seeds-articles-gold.json"})
    void theArticlesTheProductBeganWithAreReadWithoutAnError(String file) {
        Path gold = GOLD.resolve(file);
        assumeThat(gold).as("annotated texts beside the project").exists();
        List<JsonNode> texts = new ArrayList<>();
        read(gold).path("documents").forEach(texts::add);
        GoldScore score = GoldScore.of(EXTRACTOR, texts);

        assertThat(score.f1()).isEqualTo(1);
        assertThat(score.vagueRecall()).isEqualTo(1);
    }

    @Test
    void aPageOfSixArticlesIsCutWhereTheyBegin() {
        Path gold = GOLD.resolve("seeds-gold.json");
        assumeThat(gold).as("annotated texts beside the project").exists();
        JsonNode page = read(gold).path("documents").path(1);
        List<Article> articles = EXTRACTOR.articles(GoldScore.prose(page));

        assertThat(articles).hasSameSizeAs(page.path("articles"));
        for (Article article : articles) {
            JsonNode marked = page.path("articles").path(article.number());
            assertThat(article.title()).isEqualTo(marked.path("title").asText());
            assertThat(article.start()).isEqualTo(marked.path("start").asInt());
            assertThat(article.date()).hasToString(marked.path("doc_date").asText());
        }
    }

    private static List<JsonNode> development() {
        Path folder = GOLD.resolve("dev");
        assumeThat(folder).as("annotated texts beside the project").exists();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(GoldTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
