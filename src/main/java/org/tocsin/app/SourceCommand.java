package org.tocsin.app;

import java.io.PrintStream;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.tocsin.collect.Run;
import org.tocsin.figure.Source;

/** {@code source list config.yml}: the sources, and how each one's last run ended. */
final class SourceCommand extends ConfiguredStep {
    SourceCommand(PrintStream out) {
        super("source", "Lists the sources and how their last runs ended", out);
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("action").choices("list").help("list the sources");
        super.configure(parser);
    }

    @Override
    void run(Building building, Namespace arguments) {
        for (Source source : building.wiring().stores.known().series().sources()) {
            List<Run> last = building.wiring().stores.collected().runs().list(source.id(), Long.MAX_VALUE, 1);
            String ended = last.isEmpty()
                    ? "never run"
                    : last.get(0).outcome() + " at " + last.get(0).span().startedAt();
            out.printf("%-12s %-30s every %3d days  %s%n", source.id(), source.name(), source.cadenceDays(), ended);
        }
    }
}
