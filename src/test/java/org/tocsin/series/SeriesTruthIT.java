package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.tocsin.db.TestDatabase;
import org.tocsin.figure.Period;

/** Whatever was said, revised, moved and withdrawn, the store answers as counting by hand does, and so does who remembers it. */
class SeriesTruthIT {
    private static final int HISTORIES = 500;
    private static final int MOST_SHOWN = 3;

    private static TestDatabase database;
    private static int worlds;

    private record Difference(History history, History.Asked asked, List<Window> counted, List<Window> answered) {
        /** The history, and the windows on which the two do not agree. */
        @Override
        public String toString() {
            StringBuilder text =
                    new StringBuilder(history.toString()).append("\n asked ").append(asked);
            for (int i = 0; i < counted.size(); i++) {
                if (i >= answered.size() || !counted.get(i).equals(answered.get(i))) {
                    text.append("\n  counted  ")
                            .append(counted.get(i))
                            .append("\n  answered ")
                            .append(answered.get(i));
                    break;
                }
            }
            return text.toString();
        }
    }

    @BeforeContainer
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterContainer
    static void close() {
        database.close();
    }

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.of(HISTORIES);
    }

    @Property(
            tries = 5,
            shrinking = ShrinkingMode.OFF,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED)
    void theStoreAnswersAsCountingByHandDoes(@ForAll("worlds") World world) {
        WorldFixture stored = new WorldFixture(database.jdbi(), worlds++);
        stored.load(world);

        List<Difference> differences = new ArrayList<>();
        database.jdbi().useTransaction(oneConnection -> {
            for (int i = 0; i < world.histories().size(); i++) {
                History history = world.histories().get(i);
                Optional<LineRef> line = stored.line(i, history);
                for (History.Asked asked : history.questions()) {
                    line.flatMap(found -> difference(world, history, asked, stored.windows(found, asked)))
                            .ifPresent(differences::add);
                    line.flatMap(found -> difference(world, history, asked, stored.remembered(found, asked)))
                            .ifPresent(differences::add);
                }
            }
        });
        differences.sort(
                Comparator.comparingInt(difference -> difference.history().size()));
        assertThat(differences.stream().limit(MOST_SHOWN))
                .as("%d differences in %s", differences.size(), world)
                .isEmpty();
    }

    private static Optional<Difference> difference(
            World world, History history, History.Asked asked, List<Window> answered) {
        List<Window> counted = plain(new NaiveAnswer(world, history, asked).windows());
        List<Window> same = plain(answered);
        return counted.equals(same) ? Optional.empty() : Optional.of(new Difference(history, asked, counted, same));
    }

    private static List<Window> plain(List<Window> windows) {
        return windows.stream()
                .map(window -> new Window(
                        new Period(window.period().start(), window.period().end()),
                        plain(window.value()),
                        plain(window.low()),
                        plain(window.high()),
                        window.make()))
                .toList();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(0);
    }
}
