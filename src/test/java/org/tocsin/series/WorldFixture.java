package org.tocsin.series;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.series.History.Said;

/** Loads a world into a database, each answer as one merge of each of two sources, and asks it. */
final class WorldFixture {
    private static final Scope SUDAN = Scope.country("SDN");

    private final Jdbi jdbi;
    private final SeriesStore store;
    private final SeriesMemory memory;
    private final SourceId silent;
    private final SourceId plain;

    WorldFixture(Jdbi jdbi, int number) {
        this.jdbi = jdbi;
        this.store = new SeriesStore(jdbi);
        this.memory = store.remember();
        this.silent = new SourceId("silent-" + number);
        this.plain = new SourceId("plain-" + number);
    }

    void load(World world) {
        for (SourceId source : List.of(silent, plain)) {
            jdbi.useHandle(handle -> handle.execute(
                    "insert into source values (?, ?, 'l', 'https://l', 'a', 'rows', false, ?, ?, now(), ?)",
                    source.value(),
                    source.value(),
                    World.CADENCE,
                    source.equals(silent),
                    World.LAG));
            for (int step = 0; step < World.TIMES.size(); step++) {
                merge(world, source, step);
            }
        }
    }

    Optional<LineRef> line(int number, History history) {
        Selection selection =
                new Selection(history.sort().metric, List.of(source(history)), null, null, "h" + number, null);
        return store.lines(SUDAN, selection).stream().findFirst();
    }

    List<Window> windows(LineRef line, History.Asked asked) {
        return windows(store, line, asked);
    }

    /** What one who has read every belief once answers. */
    List<Window> remembered(LineRef line, History.Asked asked) {
        return windows(memory, line, asked);
    }

    private static List<Window> windows(SeriesReading reading, LineRef line, History.Asked asked) {
        return reading.windows(
                line, SUDAN, new Frame(asked.bucket(), asked.span(), asked.asOf(), World.NOW, asked.lumps()));
    }

    private SourceId source(History history) {
        return history.silenceIsZero() ? silent : plain;
    }

    private void merge(World world, SourceId source, int step) {
        Instant at = World.TIMES.get(step);
        jdbi.useTransaction(handle -> {
            long run = handle.createQuery(
                            "insert into run (source, cause, started_at, known_from, finished_at, outcome)"
                                    + " values (:source, 'hand', :at, :at, :at, 'merged') returning id")
                    .bind("source", source.value())
                    .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .mapTo(Long.class)
                    .one();
            store.merge(
                    new Merge(run, source, at, Merge.Telling.NEWS, true), batch -> feed(world, source, step, batch));
        });
    }

    private void feed(World world, SourceId source, int step, FigureMerge batch) {
        for (int i = 0; i < world.histories().size(); i++) {
            History history = world.histories().get(i);
            if (source(history).equals(source)) {
                for (Said said : history.answers().get(step)) {
                    batch.add(figure(i, history, said));
                }
            }
        }
        world.extents().get(step).stream()
                .filter(extent -> extent.ofTheSilentSource() == source.equals(silent))
                .forEach(extent -> batch.cover(
                        extent.country() == null ? "" : "country:" + extent.country(),
                        extent.span(),
                        World.day(World.TIMES.get(step))));
    }

    private Figure figure(int number, History history, Said said) {
        String record = "h" + number + "-" + said.record();
        return new Figure(
                new SeriesKey(line(history, number), place(said.home()), null, rolling(said.home())),
                history.sort() == History.Sort.OVERWRITTEN
                        ? SourceRecord.overwritten(record, "value")
                        : SourceRecord.of(record),
                Statement.of(
                        said.period(),
                        new Quantity(
                                said.numbers().value(),
                                said.numbers().low(),
                                said.numbers().high(),
                                Qualifier.EXACT)),
                new Provenance(null, null, "0".repeat(64), "/0"));
    }

    private Line line(History history, int number) {
        return new Line(
                Attribution.of(source(history), Basis.REPORTED),
                Measure.of(history.sort().metric, history.sort().kind),
                Population.ALL,
                Cause.CONFLICT,
                "h" + number,
                null);
    }

    private static Place place(History.Home home) {
        return switch (home) {
            case COUNTRY, COUNTRY_TOTAL -> Place.country("SDN");
            case AREA, AREA_TOTAL -> new Place("SDN", Area.named("Khartoum"), null);
            case ABROAD -> Place.country("ETH");
        };
    }

    private static Rolling rolling(History.Home home) {
        return home == History.Home.COUNTRY_TOTAL || home == History.Home.AREA_TOTAL ? Rolling.TOTAL : Rolling.PART;
    }
}
