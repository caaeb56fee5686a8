package org.tocsin.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * DejaVu Sans, which has Latin, Arabic and their digits, from the class path: machines that run services often have no
 * fonts at all.
 */
record Typeface(Font regular, Font bold) {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FONT_CONFIGURATION = "sun.awt.fontconfig";

    /**
     * Loads the fonts and, if nothing did so before, starts the JDK's font system. On Linux that one refuses to start
     * where fontconfig knows no font (JDK-8304054), though it then uses none of them; a configuration file that is valid
     * and names no font satisfies it.
     */
    static Typeface load() throws IOException, FontFormatException {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        boolean lend =
                System.getProperty("os.name").startsWith("Linux") && System.getProperty(FONT_CONFIGURATION) == null;
        if (!lend) {
            return read();
        }
        Path configuration = Files.createTempFile("tocsin-fontconfig", ".properties");
        try {
            Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
            System.setProperty(FONT_CONFIGURATION, configuration.toString());
            return read();
        } finally {
            System.clearProperty(FONT_CONFIGURATION);
            Files.deleteIfExists(configuration);
        }
    }

    private static Typeface read() throws IOException, FontFormatException {
        return new Typeface(font("DejaVuSans.ttf"), font("DejaVuSans-Bold.ttf"));
    }

    private static Font font(String name) throws IOException, FontFormatException {
        try (InputStream file = Typeface.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IOException("font not on the class path: " + FOLDER + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        }
    }
}
