package org.tocsin.chart;

import java.awt.AWTError;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a chart for a mail. Needs no display, no installed font and no fontconfig; equal charts give equal bytes on the
 * same JDK. One instance is enough for the service, as it keeps the fonts it has loaded.
 */
public final class ChartPng {
    private final int density;

    private @Nullable Typeface typeface;

    /**
     * @param density image pixels per picture point along one side; 2 keeps text sharp on most of today's screens
     */
    public ChartPng(int density) {
        if (density < 1 || density > 4) {
            throw new IllegalArgumentException("chart density is not between 1 and 4: " + density);
        }
        this.density = density;
    }

    /**
     * The picture as a PNG of {@code width * density} by {@code height * density} pixels, opaque.
     *
     * @param width in picture points, at least 280; the width to show it at
     * @param height in picture points, at least 240
     * @throws IllegalArgumentException where the picture would be too small to read
     * @throws ChartFailedException where this machine's Java cannot draw, such as for want of its native libraries
     */
    public byte[] draw(Chart chart, int width, int height) throws ChartFailedException {
        Picture picture = new Picture(chart, width, height);
        try {
            return png(paint(picture, chart.look(), width, height));
        } catch (IOException | FontFormatException e) {
            throw new ChartFailedException(e);
        } catch (LinkageError | InternalError | AWTError e) {
            throw new ChartFailedException(e); // a native library is missing, or did not load when first needed
        } catch (RuntimeException e) {
            throw new ChartFailedException(e); // how the font system of JDK 17 fails to start
        }
    }

    private BufferedImage paint(Picture picture, Look look, int width, int height)
            throws IOException, FontFormatException {
        Typeface letters = typeface();
        BufferedImage image = new BufferedImage(width * density, height * density, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(density, density);
            picture.draw(new GraphicsPen(graphics, look, letters));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private synchronized Typeface typeface() throws IOException, FontFormatException {
        if (typeface == null) {
            typeface = Typeface.load();
        }
        return typeface;
    }

    // ImageIO's own cache would write the picture to disk first.
    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java has no PNG writer");
            }
        }
        return bytes.toByteArray();
    }
}
