package org.tocsin.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.collect.Document;
import org.tocsin.collect.DocumentStore;
import org.tocsin.figure.Source;
import org.tocsin.report.ReportStore;
import org.tocsin.series.HeldFigure;

/** The archived bytes behind a figure: something to save, never to be shown or run. */
@Path("/api/v1/figures/{id}/document")
public final class DocumentResource {
    private final Doors.Known known;
    private final DocumentStore documents;
    private final ReportStore reports;
    private final Discreet discreet;

    DocumentResource(Doors.Known known, DocumentStore documents, ReportStore reports, Discreet discreet) {
        this.known = known;
        this.documents = documents;
        this.reports = reports;
        this.discreet = discreet;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Requires(Operation.READ)
    public Response get(@PathParam("id") String id, @Context SecurityContext reader) {
        HeldFigure figure = FigureResource.find(known, id).get(0);
        Source source = known.series().source(figure.line().attribution().source());
        if (!discreet.showsRows(reader, source) || (!discreet.trusts(reader) && isReport(figure))) {
            throw discreet.refusal("documents", source, figure);
        }
        return answer(documents, figure.provenance().document());
    }

    /** The archived bytes of a SHA-256; a problem if the archive has none. */
    static Response answer(DocumentStore documents, String sha256) {
        return answer(documents
                .find(sha256)
                .orElseThrow(() -> ProblemException.notFound("no document " + sha256 + " in the archive")));
    }

    /** The text of a report is its publisher's, and names people; only the facts are ours to pass on. */
    private boolean isReport(HeldFigure figure) {
        return reports.find(figure.provenance().document()).isPresent();
    }

    private static Response answer(Document document) {
        StreamingOutput bytes = out -> {
            try (InputStream body = document.open()) {
                body.transferTo(out);
            }
        };
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + document.sha256() + "\"")
                .header(HttpHeaders.CONTENT_LENGTH, document.size())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .tag(document.sha256())
                .build();
    }
}
