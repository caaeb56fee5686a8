package org.tocsin.collect.acled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.MemoryArchive;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class AcledCollectorIT extends CollectorContract {
    private static final String TOKEN = "/oauth/token";
    private static final String READ = "/api/acled/read";
    private static final String DELETED = "/api/deleted/read";
    private static final Instant NOW = Instant.parse("2022-07-06T06:00:00Z");

    private final StubServer source = StubServer.start();
    private final MemoryArchive kept = new MemoryArchive(NOW);

    @AfterEach
    void close() {
        source.close();
        kept.close();
    }

    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of(
                "type",
                "acled",
                "baseUrl",
                server.uri(""),
                "account",
                Map.of("username", "me@example.org", "password", "pass s3cr3t&"),
                "from",
                "2022-05-10",
                "pageSize",
                6);
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                TOKEN,
                request -> request.method().equals("POST")
                                && request.body()
                                        .contains("grant_type=password&password=pass+s3cr3t%26&scope=authenticated")
                        ? StubAnswer.bytes(own("token.json"))
                        : StubAnswer.status(400, "{\"error\": \"invalid_grant\"}"),
                READ,
                request -> request.header("Authorization").orElse("").equals("Bearer token.s3cr3t")
                        ? StubAnswer.bytes(own("events-page" + page(request) + ".json"))
                        : StubAnswer.status(401));
    }

    /** The number of an incident is one for the event itself, which has no number of its own. */
    @Override
    protected BigDecimal numberAt(byte[] document, String pointer) {
        return pointer.endsWith("/event_id_cnty") ? BigDecimal.ONE : super.numberAt(document, pointer);
    }

    @Test
    void theFirstRunWalksAllPagesFromAWeekBeforeTheMonthOfTheFirstDay() throws Exception {
        answers().forEach(source::on);

        collector().fetch(Cursor.first(NOW), kept);

        assertThat(source.received(READ))
                .extracting(request -> request.uri().getRawQuery())
                .containsExactly(
                        "_format=json&event_date=2022-04-24%7C2022-07-06&event_date_where=BETWEEN&limit=6&page=1",
                        "_format=json&event_date=2022-04-24%7C2022-07-06&event_date_where=BETWEEN&limit=6&page=2");
        assertThat(source.received(TOKEN)).hasSize(1);
        assertThat(kept.take()).hasSize(2);
    }

    @Test
    void aLaterRunAsksForWhatWasDeletedAndChangedSinceTheDayBeforeTheLast() throws Exception {
        answers().forEach(source::on);
        source.on(DELETED, StubAnswer.bytes(own("deleted.json")));
        source.on(READ, StubAnswer.bytes(own("changed.json")));

        collector().fetch(later("2022-07-05T06:00:00Z"), kept);

        assertThat(source.received())
                .extracting(request -> String.valueOf(request.uri().getRawQuery()))
                .containsExactly(
                        "null",
                        "_format=json&deleted_timestamp=1656914400&deleted_timestamp_where=%3E%3D&limit=0",
                        "_format=json&timestamp=1656914400&timestamp_where=%3E%3D&limit=6&page=1");
        Gathered read = Gathered.from(collector(), kept.take());
        assertThat(read.withdrawn).containsExactly("PSE15540", "SUD17651");
        assertThat(read.record("UKR62354")).isNotEmpty();
        assertThat(read.extents).isEmpty();
    }

    @Test
    void theFirstRunOfAWeekAlsoChecksTheLast90Days() throws Exception {
        answers().forEach(source::on);
        source.on(DELETED, StubAnswer.bytes(own("deleted.json")));

        collector().fetch(later("2022-07-03T06:00:00Z"), kept);

        assertThat(source.received(READ))
                .extracting(request -> request.uri().getRawQuery())
                .contains("_format=json&event_date=2022-03-25%7C2022-07-06&event_date_where=BETWEEN&limit=6&page=2");
        assertThat(Gathered.from(collector(), kept.take()).extents)
                .extracting(extent -> extent.span().start())
                .containsExactly(LocalDate.parse("2022-04-01"));
    }

    @Test
    void aTokenThatIsNotTakenIsRenewedOnce() throws Exception {
        answers().forEach(source::on);
        source.on(
                TOKEN,
                StubAnswer.ok("{\"access_token\": \"old.s3cr3t\", \"refresh_token\": \"refresh-s3cr3t\"}"),
                StubAnswer.bytes(own("token.json")));

        collector().fetch(Cursor.first(NOW), kept);

        assertThat(source.received(TOKEN)).hasSize(2);
        assertThat(source.received(TOKEN).get(1).body())
                .isEqualTo("client_id=acled&grant_type=refresh_token&refresh_token=refresh-s3cr3t");
        assertThat(kept.take()).hasSize(2);
    }

    @Test
    void aRefreshThatIsRefusedIsANewStartAndASecond401IsTheEnd() {
        source.on(
                TOKEN,
                StubAnswer.bytes(own("token.json")),
                StubAnswer.status(400, "{\"hint\": \"refresh-s3cr3t\"}"),
                StubAnswer.bytes(own("token.json")));
        source.on(READ, StubAnswer.status(401));

        assertThatThrownBy(() -> collector().fetch(Cursor.first(NOW), kept)).satisfies(AcledCollectorIT::isOfAccess);
        assertThat(source.received(TOKEN)).hasSize(3);
        assertThat(source.received(READ)).hasSize(2);
    }

    @Test
    void aGoodTokenThatOpensNothingIsAMatterOfAccessAndIsNotTriedAgain() {
        answers().forEach(source::on);
        source.on(READ, StubAnswer.status(403, "Access denied"));

        assertThatThrownBy(() -> collector().fetch(Cursor.first(NOW), kept))
                .satisfies(AcledCollectorIT::isOfAccess)
                .hasMessageContaining("ask ACLED to grant it access");
        assertThat(source.received(READ)).hasSize(1);
    }

    @Test
    void aRefusalInAnAnswerOfStatus200IsARefusal() {
        answers().forEach(source::on);
        source.on(READ, StubAnswer.ok("{\"status\": 403, \"success\": false, \"error\": [{\"message\": \"no\"}]}"));

        assertThatThrownBy(() -> collector().fetch(Cursor.first(NOW), kept)).satisfies(AcledCollectorIT::isOfAccess);
    }

    @Test
    void aPasswordThatIsWrongIsSaidToBeWithoutItsWords() {
        source.on(TOKEN, request -> StubAnswer.status(401, "{\"you_sent\": \"" + request.body() + "\"}"));

        assertThatThrownBy(() -> collector().fetch(Cursor.first(NOW), kept))
                .satisfies(AcledCollectorIT::isOfAccess)
                .message()
                .contains("account.username")
                .doesNotContain("s3cr3t");
    }

    @Test
    void aSpanWithoutAnyEventIsNotBelieved() {
        answers().forEach(source::on);
        source.on(READ, StubAnswer.ok("{\"status\": 200, \"success\": true, \"count\": 0, \"data\": []}"));

        assertThatThrownBy(() -> collector().fetch(Cursor.first(NOW), kept))
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo("empty"));
    }

    @Test
    void countriesAreAskedForByNameAndASourceWithoutAnAccountLacksIt() throws Exception {
        answers().forEach(source::on);
        AcledCollectorFactory some = new AcledCollectorFactory(
                source.uri(""), null, account(), List.of("Sudan", "Democratic Republic of Congo"), null, 6);

        some.build().fetch(Cursor.first(NOW), kept);

        assertThat(source.last().uri().getRawQuery()).contains("&country=Sudan%7CDemocratic+Republic+of+Congo&");
        assertThat(some.lacking()).isEmpty();
        assertThat(some.toString()).doesNotContain("s3cr3t");
        assertThat(new AcledCollectorFactory(null, null, null, null, null, null).lacking())
                .contains("account.username");
        assertThatThrownBy(() -> new AcledCollectorFactory(null, null, account(), List.of("Atlantis"), null, null))
                .hasMessageContaining("Atlantis");
    }

    private static void isOfAccess(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo("access"));
    }

    private static Cursor later(String last) {
        return new Cursor(NOW, Optional.empty(), Optional.of(Instant.parse(last)));
    }

    private org.tocsin.collect.Collector collector() {
        return new AcledCollectorFactory(source.uri(""), null, account(), null, LocalDate.parse("2022-05-10"), 6)
                .build();
    }

    private static Account account() {
        return new Account("me@example.org", "pass s3cr3t&");
    }

    private static byte[] own(String name) {
        return Recorded.own("acled/" + name);
    }

    private static String page(StubServer.Received request) {
        return request.uri().getQuery().replaceAll(".*&page=(\\d+).*", "$1");
    }
}
