package org.tocsin.dashboard;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.util.Map;

/** Frames the pages: every text is escaped, and a browser may load nothing but our own styles and pictures. */
final class Pages {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final MustacheFactory templates = new DefaultMustacheFactory("org/tocsin/dashboard/");

    Response page(String template, String title, Object view) {
        return response(Response.Status.OK, template, title, view);
    }

    /** Ends the request with a page that says why. */
    WebApplicationException refusal(Response.Status status, String title, String why) {
        return new WebApplicationException(response(status, "refusal", title, why));
    }

    private Response response(Response.Status status, String template, String title, Object view) {
        Mustache page = templates.compile(template + ".mustache");
        String html = page.execute(new StringWriter(), Map.of("title", title, "page", view))
                .toString();
        return Response.status(status)
                .entity(html)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
