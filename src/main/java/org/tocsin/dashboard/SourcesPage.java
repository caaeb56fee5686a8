package org.tocsin.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;

/** The page of the sources: how each stands, and under which terms its figures are shown. */
@Path("/sources")
@Produces(MediaType.TEXT_HTML)
public final class SourcesPage {
    private final Pages pages;
    private final SourceDesk sources;

    SourcesPage(Pages pages, SourceDesk sources) {
        this.pages = pages;
        this.sources = sources;
    }

    @GET
    @Requires(Operation.READ)
    public Response get() {
        return pages.page("sources", "Sources", sources.view());
    }
}
