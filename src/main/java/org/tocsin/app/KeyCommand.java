package org.tocsin.app;

import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.tocsin.access.Actor;
import org.tocsin.access.NewKey;
import org.tocsin.access.Role;

/** {@code key create --role ROLE --name NAME config.yml}: prints a new API key, once. */
final class KeyCommand extends ConfiguredStep {
    KeyCommand(PrintStream out) {
        super("key", "Creates an API key and prints it once", out);
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("action").choices("create").help("create a key");
        super.configure(parser);
        parser.addArgument("--role").required(true).help("contributor, coordinator, operator or admin");
        parser.addArgument("--name").required(true).help("who or what will use it");
    }

    @Override
    void run(Building building, Namespace arguments) {
        NewKey created = building.wiring()
                .stores
                .access()
                .keys()
                .create(
                        arguments.getString("name"),
                        Role.of(arguments.getString("role")),
                        null,
                        Actor.cli(String.valueOf(System.getProperty("user.name"))),
                        building.knowledge().instant());
        out.println(created.token());
    }
}
