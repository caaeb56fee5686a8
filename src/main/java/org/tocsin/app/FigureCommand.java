package org.tocsin.app;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.tocsin.collect.table.TableReader;
import org.tocsin.figure.SourceId;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** {@code figure import FILE.csv config.yml [--history]}: merges figures that a person hands over. */
final class FigureCommand extends ConfiguredStep {
    FigureCommand(PrintStream out) {
        super("figure", "Imports figures from a table", out);
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("action").choices("import").help("import a CSV file");
        parser.addArgument("table").help("a CSV file with the standard column names");
        super.configure(parser);
        parser.addArgument("--history")
                .action(net.sourceforge.argparse4j.impl.Arguments.storeTrue())
                .help("the figures are history and ring no alert");
    }

    @Override
    void run(Building building, Namespace arguments) throws Exception {
        Path table = Path.of(arguments.getString("table"));
        Merge.Telling telling = arguments.getBoolean("history") ? Merge.Telling.HISTORY : Merge.Telling.NEWS;
        TableReader reader = new TableReader();
        boolean failed = false;
        for (SourceId source : TableSources.of(table)) {
            try (InputStream body = Files.newInputStream(table)) {
                RunSummary summary = building.wiring()
                        .steps
                        .byHand()
                        .table()
                        .run(
                                source,
                                table.toUri(),
                                telling,
                                body,
                                (document, intake) -> reader.read(document, source, intake));
                out.println(summary);
                failed |= summary.failed();
            }
        }
        if (failed) {
            throw new IllegalStateException("a run failed, see the lines above");
        }
    }
}
