package org.tocsin.app;

import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.tocsin.db.Listener;
import org.tocsin.notify.Outbox;
import org.tocsin.notify.Waypoints;

/** {@code demo [--port 8080] [--dir var/demo] [--exit]}: the main job with no configuration, on real figures of 2010 to 2025. */
final class DemoCommand extends Command {
    private static final Duration LAST_MESSAGES = Duration.ofSeconds(30);

    private final PrintStream out;

    DemoCommand(PrintStream out) {
        super("demo", "Replays real figures of 2010 to 2025 through the real pipeline, on a database of its own");
        this.out = out;
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("--port")
                .type(Integer.class)
                .setDefault(8080)
                .help("where the dashboard listens afterwards");
        parser.addArgument("--dir").setDefault("var/demo").help("a directory of its own, emptied first");
        parser.addArgument("--exit").action(Arguments.storeTrue()).help("end after the replay");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
        int port = arguments.getInt("port");
        DemoDirectory directory = DemoDirectory.empty(Path.of(arguments.getString("dir")));
        DemoClock clock = new DemoClock(DemoScript.START.atStartOfDay().toInstant(ZoneOffset.UTC));
        String secret = secret();
        try (DemoReceiver receiver = new DemoReceiver(secret)) {
            Path file = config(directory, port, receiver, secret);
            TocsinConfiguration settings = new YamlConfigurationFactory<>(
                            TocsinConfiguration.class,
                            bootstrap.getValidatorFactory().getValidator(),
                            bootstrap.getObjectMapper(),
                            "dw")
                    .build(file.toFile());
            replay(settings, clock, receiver, directory);
            if (!arguments.getBoolean("exit")) {
                out.println("The dashboard stays up until Ctrl-C.");
                new TocsinApplication(clock).run("server", file.toString());
            }
        }
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        cli.getStdErr().println("demo: " + failure);
        failure.printStackTrace(cli.getStdErr());
    }

    private void replay(TocsinConfiguration settings, DemoClock clock, DemoReceiver receiver, DemoDirectory directory)
            throws Exception {
        DemoTerminal terminal =
                new DemoTerminal(out, clock, settings.publicUrl().toString());
        out.println("Replaying real figures, each at the day it became known, from 2022-01-01 to 2025-02-08.");
        out.println("UCDP deaths are final values, not first prints.");
        try (OpenDatabase database = OpenDatabase.open(settings.database());
                Building building = new Building(
                        settings,
                        database,
                        new Building.Instants(clock, InstantSource.system()),
                        new SimpleMeterRegistry(),
                        new Wiring.Onlookers(terminal, Waypoints.NONE))) {
            building.provision();
            Loop relay = new Loop(
                    "relay",
                    () -> building.wiring().steps.relay().run() > 0,
                    Loop.Rest.listening(new Listener(database.direct(), Outbox.TOPIC)),
                    Duration.ofMillis(200),
                    new SimpleMeterRegistry());
            relay.start();
            DemoReplay replay = new DemoReplay(building, clock);
            try {
                replay.run(DemoScript.batches(), new DemoProgress(System.err)::show);
                settle(building);
            } finally {
                relay.stop();
            }
            new DemoSummary(building, out).print(replay.figures(), terminal, receiver, directory);
        }
        out.println("Dashboard: " + settings.publicUrl() + "/");
    }

    /** Waits until every message has left. */
    private static void settle(Building building) throws InterruptedException {
        Instant end = Instant.now().plus(LAST_MESSAGES);
        while (building.wiring().stores.told().outbox().depth().pending() > 0
                && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
    }

    private static Path config(DemoDirectory directory, int port, DemoReceiver receiver, String secret)
            throws IOException {
        String text;
        try (InputStream bytes = DemoCommand.class.getResourceAsStream("/demo/config.yml")) {
            text = new String(
                    Objects.requireNonNull(bytes, "demo/config.yml is not on the classpath")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        Map<String, String> values = Map.of(
                "DIR", directory.path().toString(),
                "PORT", String.valueOf(port),
                "ADMIN_PORT", String.valueOf(port + 1),
                "HOOK", receiver.url().toString(),
                "SECRET", secret);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return Files.writeString(directory.path().resolve("config.yml"), text);
    }

    private static String secret() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
