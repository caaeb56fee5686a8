package org.tocsin.app;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.tocsin.detect.Detection;

/** {@code detect --rule JSON}: CSV {@code date,value} on the input, CSV {@code date,value,statistic,threshold,alarm} out. */
final class DetectCommand extends Command {
    private static final MathContext DIGITS = new MathContext(12);

    private final InputStream in;
    private final PrintStream out;

    DetectCommand(InputStream in, PrintStream out) {
        super(
                "detect",
                "Judges each value of a series by those before it: date,value in, with statistic and alarm out");
        this.in = in;
        this.out = out;
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("--rule")
                .required(true)
                .metavar("JSON")
                .help("a rule or its detector, or {\"type\": METHOD, ...} with the parameters of a published method");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws IOException {
        List<Detection.Dated> series = new DatedValues(in).read();
        StringBuilder table = new StringBuilder("date,value,statistic,threshold,alarm\n");
        for (Detection.Row row : Detection.run(arguments.getString("rule"), series)) {
            BigDecimal value = row.of().value();
            table.append(row.of().date())
                    .append(',')
                    .append(value == null ? "" : value.toPlainString())
                    .append(',')
                    .append(cell(row.statistic()))
                    .append(',')
                    .append(cell(row.threshold()))
                    .append(',')
                    .append(row.alarm() == null ? "" : row.alarm() ? "1" : "0")
                    .append('\n');
        }
        out.print(table);
        out.flush();
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        cli.getStdErr().println("detect: " + failure.getMessage());
    }

    private static String cell(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        return Double.isInfinite(number)
                ? number > 0 ? "Inf" : "-Inf"
                : new BigDecimal(number, DIGITS).stripTrailingZeros().toPlainString();
    }
}
