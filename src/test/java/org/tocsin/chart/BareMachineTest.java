package org.tocsin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Draws in a Java of its own, in whose world fontconfig knows no font, as on a small server or in a slim container. */
@EnabledOnOs(OS.LINUX)
class BareMachineTest {
    @TempDir
    private Path folder;

    private Path noFonts;

    @BeforeEach
    void configureNoFonts() throws Exception {
        noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
    }

    @Test
    void drawsTheSamePictureWhereThereAreNoFonts() throws Exception {
        Path picture = folder.resolve("bare.png");

        String said = run(Draw.class, List.of(), picture.toString());

        assertThat(said).isEqualTo("drawn");
        assertThat(Files.readAllBytes(picture)).isEqualTo(new ChartPng(2).draw(Draw.chart(), 320, 280));
        assertThat(folder).isDirectoryNotContaining("glob:**tocsin-fontconfig*");
    }

    @Test
    void withoutPreparationJavaCannotEvenLoadAFontThere() throws Exception {
        assertThat(run(LoadFont.class, List.of())).startsWith("failed");
    }

    @Test
    void whereDrawingIsImpossibleTheFailureHasItsName() throws Exception {
        String said = run(
                Draw.class,
                List.of("-Djava.io.tmpdir=" + folder.resolve("absent")),
                folder.resolve("none.png").toString());

        assertThat(said).startsWith("org.tocsin.chart.ChartFailedException: chart not drawn: java.nio.file.NoSuchFile");
    }

    @Test
    void anotherFontSystemThatDoesNotStartIsNamedToo() throws Exception {
        String said = run(
                Draw.class,
                List.of("-Dsun.awt.fontconfig=" + folder.resolve("absent")),
                folder.resolve("none.png").toString());

        assertThat(said).startsWith("org.tocsin.chart.ChartFailedException: chart not drawn: ");
    }

    private String run(Class<?> main, List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder.resolve("nobody"),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        ProcessBuilder java = new ProcessBuilder(command).redirectOutput(said.toFile());
        java.redirectError(ProcessBuilder.Redirect.DISCARD);
        java.environment().put("FONTCONFIG_FILE", noFonts.toString());
        java.environment().put("FONTCONFIG_PATH", "/nonexistent");
        Process process = java.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }

    static final class Draw {
        static Chart chart() {
            return Charts.weekly(Charts.ARABIC, Theme.LIGHT, Style.BARS);
        }

        public static void main(String[] arguments) throws Exception {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            try {
                Files.write(Path.of(arguments[0]), new ChartPng(2).draw(chart(), 320, 280));
                out.print("drawn");
            } catch (ChartFailedException e) {
                out.print(e);
            }
            out.flush();
        }
    }

    static final class LoadFont {
        public static void main(String[] arguments) throws Exception {
            System.setProperty("java.awt.headless", "true");
            try (InputStream font =
                    LoadFont.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf")) {
                System.out.print(Font.createFont(Font.TRUETYPE_FONT, font).getName());
            } catch (Exception | Error e) {
                System.out.print("failed " + e);
            }
            System.out.flush();
        }
    }
}
