package org.tocsin.app;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.time.InstantSource;
import net.sourceforge.argparse4j.inf.Namespace;

/** A command that opens the database, does one thing, says what came of it, and ends with 0 or 1. */
abstract class ConfiguredStep extends ConfiguredCommand<TocsinConfiguration> {
    final PrintStream out;

    ConfiguredStep(String name, String description, PrintStream out) {
        super(name, description);
        this.out = out;
    }

    /** What the command does in a house that is built and provisioned. */
    abstract void run(Building building, Namespace arguments) throws Exception;

    @Override
    protected void run(Bootstrap<TocsinConfiguration> bootstrap, Namespace arguments, TocsinConfiguration settings)
            throws Exception {
        Building.Instants now = new Building.Instants(InstantSource.system(), InstantSource.system());
        Wiring.Onlookers nobody = Wiring.Onlookers.nobody();
        try (OpenDatabase database = OpenDatabase.open(settings.database());
                Building building = new Building(settings, database, now, new SimpleMeterRegistry(), nobody)) {
            building.provision();
            run(building, arguments);
        }
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        cli.getStdErr().println(getName() + ": " + failure.getMessage());
    }
}
