package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectCommandTest {
    private static final String C1 = "{\"type\":\"ears_c1\",\"baseline\":3,\"z\":3,\"minSigma\":0}";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private String detect(String rule, String csv) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        new DetectCommand(in, new PrintStream(printed, false, StandardCharsets.UTF_8))
                .run(null, new Namespace(Map.of("rule", rule)));
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachValueIsJudgedByThoseBeforeIt() throws IOException {
        assertThat(detect(C1, """
                        date,value
                        2024-01-01,2
                        2024-01-08,4
                        2024-01-15,6
                        2024-01-22,11
                        2024-01-29,
                        2024-02-05,0.5
                        """)).isEqualTo("""
                        date,value,statistic,threshold,alarm
                        2024-01-01,2,,,
                        2024-01-08,4,,,
                        2024-01-15,6,,,
                        2024-01-22,11,3.5,10,1
                        2024-01-29,,,17.8166538264,
                        2024-02-05,0.5,,,
                        """);
    }

    @Test
    void aDistanceWithoutScatterIsInfinite() throws IOException {
        assertThat(detect(C1, "date,value\n2024-01-01,0\n2024-01-08,0\n2024-01-15,0\n2024-01-22,1\n"))
                .endsWith("2024-01-22,1,Inf,0,1\n");
    }

    @Test
    void ofAnEmptySeriesOnlyTheColumnsArePrinted() throws IOException {
        assertThat(detect(C1, "date,value\n")).isEqualTo("date,value,statistic,threshold,alarm\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day,value%2024-01-01,2 | line 1: the columns are not date,value",
                "'' | line 1: the columns are not date,value",
                "date,value%2024-01-01,2%2024-01-08 | line 3: holds 1 and not 2 cells",
                "date,value%2024-01-01,2%8 January,3 | line 3, column date: '8 January' is not a date",
                "date,value%2024-01-01,2%2024-01-01,3 | line 3, column date: 2024-01-01 does not come after 2024-01-01",
                "date,value%2024-01-01,2%2024-01-08,NA | line 3, column value: 'NA' is not a number",
                "date,value%2024-01-01,-2 | line 2, column value: -2 is negative",
                "date,value%2024-01-01,1e99999 | line 2, column value: '1e99999' is no figure",
            })
    void aBadLineIsNamedAndNothingIsPrinted(String csv, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detect(C1, csv.replace('%', '\n')))
                .withMessageContaining(message);
        assertThat(printed.size()).isZero();
    }

    @Test
    void anUnknownParameterIsNamedAndNothingIsPrinted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detect("{\"type\":\"ears_c1\",\"z\":3,\"window\":7}", "date,value\n2024-01-01,2\n"))
                .withMessageContaining("window: is not known here");
        assertThat(printed.size()).isZero();
    }
}
