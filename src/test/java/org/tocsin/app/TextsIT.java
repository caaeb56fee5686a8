package org.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.Run;
import org.tocsin.http.StubAnswer;
import org.tocsin.pipeline.RunSummary;

/** What a source publishes in prose, from its feed to the queue of what it may tell. */
class TextsIT {
    private static final String NEWS = new String(Recorded.own("feed/news.rss"), UTF_8);

    @TempDir
    Path mail;

    private Web web;

    @BeforeEach
    void open() {
        web = new Web(
                "2023-11-21T08:00:00Z", "  - {type: rss, feeds: [{url: \"{{WEB}}/news.xml\", language: en}]}\n", mail);
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aFeedGivesReportsAndWhatTheyMayTell() {
        publish(NEWS);

        RunSummary run = web.house.collect("rss");

        assertThat(run.outcome()).isEqualTo("merged");
        assertThat(run.counts().texts()).isEqualTo(3);
        assertThat(run.counts().rejected()).isOne();
        assertThat(web.house.run(run).result().counts().texts()).isEqualTo(3);
        assertThat(web.house.texts("select received_by || ' ' || link from report where link like '%un.org%'"))
                .containsExactly("rss https://news.un.org/en/story/2023/11/1143802");
        assertThat(web.house.texts(
                        "select c.metric || ' ' || (c.proposal ->> 'value') || ' ' || c.country from candidate c"
                                + " join report r on r.id = c.report where r.link like '%un.org%' order by c.seq"))
                .containsExactly("killed 75 MMR", "injured 94 MMR", "new_displacements 200000 MMR");
        assertThat(web.house.texts("select content_until::text from source where id = 'rss'"))
                .containsExactly("2023-11-20");
    }

    @Test
    void theSameFeedAgainAddsNothing() {
        web.server.on("/news.xml", StubAnswer.bytes(NEWS.getBytes(UTF_8)));
        web.house.collect("rss");
        long reports = web.house.count("select count(*) from report");
        long candidates = web.house.count("select count(*) from candidate");

        web.pass(Duration.ofMinutes(20));
        RunSummary again = web.house.collect("rss");

        assertThat(again.counts().texts()).isEqualTo(3);
        assertThat(web.house.count("select count(*) from report")).isEqualTo(reports);
        assertThat(web.house.count("select count(*) from candidate")).isEqualTo(candidates);
    }

    @Test
    void aPagePutOutAnewAsksOnlyForWhatIsNewOnIt() {
        publish(NEWS);
        web.house.collect("rss");

        publish(NEWS.replace(
                "the United Nations said.", "the United Nations said. 3 schools were hit and 12 people drowned."));
        web.pass(Duration.ofMinutes(20));
        web.house.collect("rss");

        assertThat(web.house.count("select count(*) from report where link like '%un.org%'"))
                .isEqualTo(2);
        assertThat(web.house.texts("select c.proposal ->> 'value' from candidate c join report r on r.id = c.report"
                        + " where r.link like '%un.org%' order by c.seq"))
                .containsExactly("75", "94", "200000", "12");
    }

    @Test
    void aTextThatCannotBeTakenInIsRefusedAlone() {
        break10400();
        publish(NEWS);

        RunSummary run = web.house.collect("rss");

        assertThat(run.outcome()).isEqualTo("merged");
        assertThat(run.counts().texts()).isEqualTo(2);
        assertThat(web.house.count("select count(*) from report")).isEqualTo(2);
        assertThat(web.house.texts("select at || ' ' || field from rejection where at like 'text %'"))
                .containsExactly("text https://example.org/sudan text");
        assertThat(web.house.metered("tocsin.report.reports", "outcome", "refused"))
                .isOne();
    }

    @Test
    void aRunOfWhichNoTextCanBeTakenInFailsAndIsMadeUpForByTheNext() {
        web.house
                .jdbi()
                .useHandle(handle -> handle.execute("alter table report add constraint full_disk check (false)"));
        publish(NEWS);
        RunSummary broken = web.house.collect("rss");
        Run kept = web.house.run(broken);
        web.house.jdbi().useHandle(handle -> handle.execute("alter table report drop constraint full_disk"));

        RunSummary next = web.house.collect("rss");

        assertThat(kept.outcome()).isEqualTo("failed");
        assertThat(broken.failure().reason()).isEqualTo("all_rejected");
        assertThat(next.counts().texts()).isEqualTo(3);
        assertThat(web.house.count("select count(*) from report")).isEqualTo(3);
    }

    @Test
    void aFeedThatIsCutOffAddsNothingAndIsToldWhere() {
        publish(NEWS.substring(0, NEWS.length() / 2));

        RunSummary run = web.house.collect("rss");

        assertThat(run.failure().reason()).isEqualTo("unreadable");
        assertThat(run.failure().at()).contains("line ");
        assertThat(web.house.count("select count(*) from report")).isZero();
    }

    private void break10400() {
        web.house
                .jdbi()
                .useHandle(handle ->
                        handle.execute("alter table report add constraint poison check (body not like '%10,400%')"));
    }

    private void publish(String news) {
        web.server.on("/news.xml", StubAnswer.bytes(news.getBytes(UTF_8)).with("ETag", "\"" + news.hashCode() + "\""));
    }
}
