package org.tocsin.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;

/** How the pages look. */
@Path("/assets/tocsin.css")
@Produces("text/css;charset=utf-8")
public final class StyleSheet {
    private final byte[] css = read();

    @GET
    @Requires(Operation.READ)
    public Response get() {
        return Response.ok(css.clone()).header("Cache-Control", "max-age=3600").build();
    }

    private static byte[] read() {
        try (InputStream css = StyleSheet.class.getResourceAsStream("tocsin.css")) {
            return Objects.requireNonNull(css, "tocsin.css is not on the classpath")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
