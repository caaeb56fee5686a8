package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.AlertEvent.Kind.CORRECTED;
import static org.tocsin.alert.AlertEvent.Kind.CORROBORATED;
import static org.tocsin.alert.AlertEvent.Kind.EASED;
import static org.tocsin.alert.AlertEvent.Kind.ESCALATED;
import static org.tocsin.alert.AlertEvent.Kind.OPENED;
import static org.tocsin.alert.AlertEvent.Kind.REPEATED;
import static org.tocsin.alert.AlertEvent.Kind.STOOD_DOWN;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.detect.Level;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Period;

class CourseTest {
    /** What was told on day 0 in line 1: 200, at level watch. */
    private static final Alert.Told TOLD = told(200, Level.WATCH);

    private static final Alert.Told WARNED = told(600, Level.WARNING);

    private static Alert.Told told(int value, Level level) {
        return new Alert.Told(
                1,
                level,
                BigDecimal.valueOf(value),
                BigDecimal.valueOf(level == Level.WATCH ? 100 : 500),
                Period.day(Finding.FIRST),
                Finding.of(value, 0).knownAt());
    }

    private static Alert alert(AlertState state, Alert.Told told) {
        return new Alert(
                UUID.randomUUID(),
                1,
                Finding.KEY,
                new Alert.Standing(state, told.level(), told.at(), told.at(), told.at()),
                told,
                null);
    }

    /** A row of the table: where the alert stands, what comes, and the move. */
    record Row(String name, @Nullable AlertState state, Alert.@Nullable Told told, Finding finding, Move move) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(
            String name, @Nullable AlertState state, Alert.@Nullable Told told, Finding finding, Move move) {
        return new Row(name, state, told, finding, move);
    }

    static Stream<Row> opening() {
        AlertState open = AlertState.OPEN;
        Move opened = Move.told(OPENED, open, Reason.FIRED);
        Move cooling = Move.none(Reason.COOLING_DOWN);
        return Stream.of(
                row("the first finding opens", null, null, Finding.of(200, 0), opened),
                row("nothing found, nothing opened", null, null, Finding.of(99, 0), Move.none(Reason.BELOW_THRESHOLD)),
                row("the same level cools down after a closed episode", null, TOLD, Finding.of(300, 29), cooling),
                row("after the cool-down it opens", null, TOLD, Finding.of(300, 30), opened),
                row(
                        "the same day again does not",
                        null,
                        TOLD,
                        Finding.of(200, 0).knownDaysLater(40),
                        cooling),
                row("a higher level gets through", null, TOLD, Finding.of(500, 1), opened),
                row("a lower level does not", null, WARNED, Finding.of(300, 1), cooling),
                row("twice the value gets through", null, TOLD, Finding.of(400, 1), opened),
                row("less than twice does not", null, TOLD, Finding.of(399, 1), cooling),
                row("lines are not compared", null, TOLD, Finding.of(400, 1).ofLine(2), cooling),
                row(
                        "what was only lowered opens nothing",
                        null,
                        null,
                        Finding.of(200, 0).changed("revised_down"),
                        Move.none(Reason.HISTORY_REVISED)),
                row("what has moved here does", null, null, Finding.of(200, 0).changed("moved"), opened));
    }

    static Stream<Row> whileOpen() {
        AlertState open = AlertState.OPEN;
        AlertState escalated = AlertState.ESCALATED;
        Move cooling = Move.none(Reason.COOLING_DOWN);
        Move eased = Move.untold(EASED, open, Reason.COOLING_DOWN);
        return Stream.of(
                row("the same level is not repeated", open, TOLD, Finding.of(300, 5), cooling),
                row(
                        "a higher level escalates",
                        open,
                        TOLD,
                        Finding.of(600, 5),
                        Move.told(ESCALATED, escalated, Reason.FIRED)),
                row(
                        "but not when figures were only taken back",
                        open,
                        TOLD,
                        Finding.of(600, 5).changed("retracted"),
                        Move.none(Reason.HISTORY_REVISED)),
                row(
                        "so does twice the value",
                        open,
                        TOLD,
                        Finding.of(400, 5),
                        Move.told(ESCALATED, escalated, Reason.FIRED)),
                row(
                        "after the cool-down it is repeated",
                        open,
                        TOLD,
                        Finding.of(300, 30),
                        Move.told(REPEATED, open, Reason.FIRED)),
                row("a lower level eases", escalated, WARNED, Finding.of(300, 5), eased),
                row(
                        "an incomplete one does not",
                        escalated,
                        WARNED,
                        Finding.of(300, 5).stillIncomplete(),
                        cooling),
                row("nor does an earlier one", escalated, WARNED, Finding.of(300, -1), cooling));
    }

    static Stream<Row> closing() {
        AlertState open = AlertState.OPEN;
        AlertState corrected = AlertState.CORRECTED;
        Move stays = Move.none(Reason.BELOW_THRESHOLD);
        Move closed = Move.told(STOOD_DOWN, AlertState.STOOD_DOWN, Reason.BELOW_THRESHOLD);
        Move takenBack = Move.told(CORRECTED, corrected, Reason.BELOW_THRESHOLD);
        return Stream.of(
                row("just under the threshold stays open", open, TOLD, Finding.of(90, 5), stays),
                row("well under it stands down", open, TOLD, Finding.of(89, 5), closed),
                row(
                        "an incomplete window closes nothing",
                        open,
                        TOLD,
                        Finding.of(0, 5).stillIncomplete(),
                        stays),
                row("nor does an earlier one", open, TOLD, Finding.of(0, -1), stays),
                row("nor another line", open, TOLD, Finding.of(0, 5).ofLine(2), stays),
                row("nor an unknown one", open, TOLD, Finding.of(null, 5), Move.none(Reason.UNKNOWN)),
                row(
                        "revised below the threshold is corrected",
                        open,
                        TOLD,
                        Finding.of(95, 0).changed("revised_down"),
                        takenBack),
                row(
                        "also out of escalated",
                        AlertState.ESCALATED,
                        TOLD,
                        Finding.of(95, 0).changed("moved"),
                        takenBack),
                row(
                        "not while incomplete",
                        open,
                        TOLD,
                        Finding.of(95, 0).changed("revised_down").stillIncomplete(),
                        stays),
                row(
                        "another day's revision is no correction",
                        open,
                        TOLD,
                        Finding.of(95, 1).changed("revised_down"),
                        stays),
                row(
                        "a record that is withdrawn is taken back",
                        open,
                        TOLD,
                        Finding.of(null, 0).changed("retracted"),
                        Move.told(CORRECTED, corrected, Reason.UNKNOWN)),
                row(
                        "after a correction closing tells nobody",
                        corrected,
                        TOLD,
                        Finding.of(50, 5),
                        Move.untold(STOOD_DOWN, AlertState.STOOD_DOWN, Reason.BELOW_THRESHOLD)),
                row(
                        "a second correction is none",
                        corrected,
                        TOLD,
                        Finding.of(95, 0).changed("revised_down"),
                        stays),
                row(
                        "what was taken back and fires again is told",
                        corrected,
                        TOLD,
                        Finding.of(150, 1),
                        Move.told(OPENED, open, Reason.FIRED)));
    }

    @ParameterizedTest
    @MethodSource({"opening", "whileOpen", "closing"})
    void theTableOfMoves(Row row) {
        Alert open = row.state() == null || row.told() == null ? null : alert(row.state(), row.told());

        assertThat(new Course(open, row.told(), false).next(row.finding().decision()))
                .isEqualTo(row.move());
    }

    @Test
    void anotherSourceJoinsOnceAndTellsNobody() {
        Alert open = alert(AlertState.OPEN, TOLD);
        Decision other = Finding.of(450, 5).ofLine(2).decision();

        assertThat(new Course(open, TOLD, false).next(other))
                .isEqualTo(Move.untold(CORROBORATED, AlertState.OPEN, Reason.CORROBORATED));
        assertThat(new Course(open, TOLD, true).next(other)).isEqualTo(Move.none(Reason.CORROBORATED));
    }

    @Test
    void anotherSourceThatIsLouderEscalates() {
        Decision louder = Finding.of(1000, 5).ofLine(2).decision();

        assertThat(new Course(alert(AlertState.OPEN, TOLD), TOLD, true).next(louder))
                .isEqualTo(Move.told(ESCALATED, AlertState.ESCALATED, Reason.FIRED));
    }

    @Test
    void aLevelThatWasToldBeforeEscalatesAgainWithoutTelling() {
        Alert eased = new Alert(
                UUID.randomUUID(),
                1,
                Finding.KEY,
                new Alert.Standing(AlertState.OPEN, Level.WATCH, WARNED.at(), WARNED.at(), WARNED.at()),
                WARNED,
                null);

        assertThat(new Course(eased, WARNED, false).next(Finding.of(700, 9).decision()))
                .isEqualTo(Move.untold(ESCALATED, AlertState.ESCALATED, Reason.COOLING_DOWN));
    }
}
