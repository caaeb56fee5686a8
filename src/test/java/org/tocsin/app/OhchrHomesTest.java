package org.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.ohchr.OhchrCollectorFactory;
import org.tocsin.collect.table.TableReader;
import org.tocsin.figure.Figure;

/** What OHCHR states is the same source and the same record, whether it is collected or handed over. */
final class OhchrHomesTest {
    private static final String HANDED_OVER = """
            source,record,stated_by,metric,kind,country,population,cause,basis,start,end,value,qualifier,published,url
            ohchr,ukr-killed-2022-03-02,OHCHR,killed,cumulative,UKR,civilians,conflict,verified,2022-02-24,2022-03-02,249,at_least,2022-03-03,
            ohchr,ukr-injured-2022-03-02,OHCHR,injured,cumulative,UKR,civilians,conflict,verified,2022-02-24,2022-03-02,553,at_least,2022-03-03,
            """;

    private final Collector ohchr = new OhchrCollectorFactory(null, null, null).build();

    @Test
    void theSourceIsTheOneThatImportsDeclare() {
        assertThat(Provisions.imports(null)).contains(ohchr.source());
    }

    @Test
    void aTollHasOneHomeHoweverItCame() throws Exception {
        Gathered handed = new Gathered();
        new TableReader()
                .read(
                        Recorded.document(HANDED_OVER.getBytes(UTF_8), "demo:table.csv", "2022-03-03T12:00:00Z"),
                        ohchr.source().id(),
                        handed);
        List<Figure> collected = Gathered.from(
                        ohchr,
                        List.of(Recorded.document(
                                Recorded.own("ohchr/ukraine.csv"),
                                "https://example.org/table",
                                "2022-05-02T06:00:00Z")))
                .figures
                .subList(0, 2);

        assertThat(handed.refusals).isEmpty();
        assertThat(collected).extracting(Figure::series).isEqualTo(each(handed.figures, Figure::series));
        assertThat(collected).extracting(Figure::record).isEqualTo(each(handed.figures, Figure::record));
        assertThat(collected).extracting(Figure::statement).isEqualTo(each(handed.figures, Figure::statement));
    }

    private static <T> List<T> each(List<Figure> figures, java.util.function.Function<Figure, T> part) {
        return figures.stream().map(part).toList();
    }
}
