package org.tocsin.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.figure.Figure;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

/** What every collector promises, whatever its source: proved against a real server with the answers of our own. */
public abstract class CollectorContract {
    private static final Instant NOW = Instant.parse("2024-02-10T06:00:00Z");

    private final MemoryArchive archive = new MemoryArchive(NOW);
    private StubServer server;

    /** Its settings as in config.yml, pointed at this server; every secret in them is written {@code s3cr3t}. */
    protected abstract Map<String, Object> settings(StubServer source);

    /** Every path it asks for, with what the source answers there. */
    protected abstract Map<String, Function<StubServer.Received, StubAnswer>> answers();

    /** Whether it says what its answers were whole for. */
    protected boolean declaresExtents() {
        return true;
    }

    /** The number at a place of a document of its source; the usual ways to write a place in JSON, CSV and XML are known. */
    protected BigDecimal numberAt(byte[] document, String pointer) {
        return Places.number(document, pointer);
    }

    @BeforeEach
    void start() {
        server = StubServer.start();
        answers().forEach(server::on);
    }

    @AfterEach
    void stop() {
        server.close();
        archive.close();
    }

    @Test
    void itIsMadeFromItsSettingsByTheNameOfItsSource() throws IOException {
        assertThat(settings(server))
                .containsEntry("type", collector().source().id().value());
    }

    @Test
    void readingTwiceFindsTheSameAndLosesNothing() throws Exception {
        List<Document> documents = fetch();

        Gathered once = Gathered.from(collector(), documents);
        Gathered again = Gathered.from(collector(), documents);

        assertThat(once.figures.size() + once.texts.size()).isPositive();
        assertThat(once.figures).isEqualTo(again.figures);
        assertThat(once.texts).isEqualTo(again.texts);
        assertThat(once.withdrawn).isEqualTo(again.withdrawn);
        assertThat(once.appeals).isEqualTo(again.appeals);
        assertThat(once.refusals).isEmpty();
        assertThat(once.extents).isEqualTo(again.extents);
        assertThat(once.extents.isEmpty()).isNotEqualTo(declaresExtents());
    }

    @Test
    void everyRecordIsStatedOnceAndByTheSourceItself() throws Exception {
        Gathered gathered = Gathered.from(collector(), fetch());

        assertThat(gathered.figures).extracting(Figure::record).doesNotHaveDuplicates();
        assertThat(gathered.figures)
                .extracting(figure -> figure.series().line().attribution().source())
                .allMatch(collector().source().id()::equals);
        assertThat(gathered.extents)
                .extracting(Extent::source)
                .allMatch(collector().source().id()::equals);
    }

    @Test
    void everyFigureLeadsBackToItsNumberInTheArchivedBytes() throws Exception {
        List<Document> documents = fetch();
        Map<String, byte[]> bytes = documents.stream()
                .collect(Collectors.toMap(Document::sha256, CollectorContract::bytes, (one, same) -> one));

        assertThat(Gathered.from(collector(), documents).figures).allSatisfy(figure -> {
            byte[] document =
                    Objects.requireNonNull(bytes.get(figure.provenance().document()));
            assertThat(numberAt(document, figure.provenance().pointer())).isEqualByComparingTo(Gathered.value(figure));
        });
    }

    @Test
    void noSecretIsInTheArchiveOrSentWhereTheSourceLeads() throws Exception {
        assertThat(fetch())
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document.url().toString()).doesNotContain("s3cr3t"));
        assertThat(server.received())
                .filteredOn(request -> request.header("Host").orElse("").startsWith("localhost"))
                .allSatisfy(request ->
                        assertThat(request.uri() + " " + request.headers()).doesNotContain("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 401, 403, 404, 429, 500, 503})
    void anyStatusBut200FailsTheFetchAndLeavesNothingToRead(int status) {
        answerAll(StubAnswer.status(status, "[]"));

        assertThatThrownBy(this::fetch).isInstanceOf(FetchFailedException.class);
        assertThat(archive.take()).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOffOnTheWayFailsTheFetch() {
        answerAll(StubAnswer.ok("[{\"id\": 1}").cutOff());

        assertThatThrownBy(this::fetch).isInstanceOf(FetchFailedException.class);
    }

    static Stream<String> answersThatAreNoAnswer() {
        return Stream.of(
                "<html><body>Service temporarily unavailable</body></html>", "", "null", "{}", "[]", "\u0000\u0001");
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNoAnswer")
    void whatIsNotWhatTheSourcePromisesIsNeverTakenForAWhole(String body) {
        answerAll(StubAnswer.ok(body).with("Content-Type", "application/json"));

        refused();
    }

    @Test
    void aBodyCutOffBeforeItsEndIsNeverTakenForAWhole() {
        answers().forEach((path, answer) -> server.on(path, request -> halved(answer.apply(request))));

        refused();
    }

    private void refused() {
        Gathered gathered = new Gathered();
        Throwable failure = catchThrowable(() -> {
            for (Document document : fetch()) {
                collector().read(document, gathered);
            }
        });

        assertThat(failure).isInstanceOfAny(FetchFailedException.class, UnreadableDocumentException.class);
        assertThat(failure).message().isNotBlank();
        assertThat(gathered.extents).isEmpty();
    }

    private void answerAll(StubAnswer answer) {
        answers().keySet().forEach(path -> server.on(path, answer));
    }

    private static StubAnswer halved(StubAnswer whole) {
        return whole.firstHalf();
    }

    private List<Document> fetch() throws FetchFailedException, IOException {
        collector().fetch(Cursor.first(NOW), archive);
        return archive.take();
    }

    private Collector collector() throws IOException {
        var json = Jackson.newObjectMapper();
        return json.readValue(json.writeValueAsString(settings(server)), CollectorFactory.class)
                .build();
    }

    private static byte[] bytes(Document document) {
        try (var in = document.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
