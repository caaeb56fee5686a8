package org.tocsin.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.tocsin.extract.Extractor;
import org.tocsin.extract.Told;

/** {@code extract}: one JSON object with a text per line of input, one with its figures per line of output. */
final class ExtractCommand extends Command {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream errors;
    private final ObjectMapper json = new ObjectMapper().disable(SerializationFeature.INDENT_OUTPUT);

    ExtractCommand(InputStream in, PrintStream out, PrintStream errors) {
        super("extract", "Reads JSON lines {id, text, title?, doc_date?, lang?} and writes the figures the texts tell");
        this.in = in;
        this.out = out;
        this.errors = errors;
    }

    @Override
    public void configure(Subparser parser) {
        // Everything comes by the standard input.
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
        int bad = answer(Extractor.shipped());
        if (bad > 0) {
            throw new IllegalStateException(bad + " of the lines could not be read, see above");
        }
    }

    /** Answers every line it can read and names the others; returns how many those are. */
    int answer(Extractor extractor) throws IOException {
        // Not the print stream's own charset: JSON is UTF-8 whatever the terminal speaks.
        PrintStream lines = new PrintStream(out, false, StandardCharsets.UTF_8);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int bad = 0;
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                ExtractLine asked = ExtractLine.read(json, line);
                lines.println(json.writeValueAsString(answer(asked, extractor)));
            } catch (ExtractLine.BadLineException e) {
                errors.println("line " + number + ", " + e.getMessage());
                bad++;
            }
        }
        lines.flush();
        return bad;
    }

    private ObjectNode answer(ExtractLine asked, Extractor extractor) {
        ObjectNode answer = json.createObjectNode();
        answer.set("id", asked.id());
        ArrayNode figures = answer.putArray("figures");
        for (Told told : extractor.read(asked.prose())) {
            ToldJson.write(told, figures.addObject());
        }
        return answer;
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        errors.println("extract: " + failure.getMessage());
    }
}
