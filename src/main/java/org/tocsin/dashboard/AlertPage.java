package org.tocsin.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.alert.NoSuchAlertException;
import org.tocsin.notify.Notice;
import org.tocsin.series.Bucket;

/** The page of one alert; mails link here. */
@Path("/alerts/{id}")
@Produces(MediaType.TEXT_HTML)
public final class AlertPage {
    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Pages pages;
    private final AlertDesk alerts;
    private final TrendDesk trends;
    private final CrisisDesk crises;

    AlertPage(Pages pages, AlertDesk alerts, TrendDesk trends, CrisisDesk crises) {
        this.pages = pages;
        this.alerts = alerts;
        this.trends = trends;
        this.crises = crises;
    }

    @GET
    @Requires(Operation.READ)
    public Response get(@PathParam("id") String id) {
        AlertView view = find(id);
        TrendView trend = alerts.told(UUID.fromString(id)).map(this::trend).orElse(null);
        return pages.page("alert", view.entry().level() + ", " + view.entry().scope(), view.with(trend));
    }

    private AlertView find(String id) {
        if (!id.matches(UUID_TEXT)) {
            throw missing(id);
        }
        try {
            return alerts.view(UUID.fromString(id));
        } catch (NoSuchAlertException e) {
            throw missing(id);
        }
    }

    private WebApplicationException missing(String id) {
        return pages.refusal(Response.Status.NOT_FOUND, "No such alert", "There is no alert '" + id + "'.");
    }

    private @Nullable TrendView trend(Notice notice) {
        TrendChoice choice = new TrendChoice(notice.topic().measure().metric(), Bucket.MONTH);
        return Optional.ofNullable(notice.topic().scope().crisis())
                .flatMap(crises::find)
                .flatMap(crisis -> trends.read(crisis, choice, crises.now())
                        .map(trend -> trends.view(crisis, choice, trend, crises.now())))
                .orElse(null);
    }
}
