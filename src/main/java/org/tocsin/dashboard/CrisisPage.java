package org.tocsin.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.Trend;
import org.tocsin.figure.Metric;

/** The page of one crisis; mails link here with the metric they are about. */
@Path("/crises/{id}")
@Produces(MediaType.TEXT_HTML)
public final class CrisisPage {
    private final Pages pages;
    private final CrisisDesk crises;
    private final AlertDesk alerts;
    private final Numbers numbers;
    private final HoldDesk holds;

    CrisisPage(Pages pages, CrisisDesk crises, AlertDesk alerts, Numbers numbers, HoldDesk holds) {
        this.pages = pages;
        this.crises = crises;
        this.alerts = alerts;
        this.numbers = numbers;
        this.holds = holds;
    }

    /** What says the numbers of the chosen figure. */
    record Numbers(TrendDesk trends, ComparisonDesk comparisons, FigureDesk figures) {}

    /**
     * What the page shows; trend, comparison and figures are null where no source has such a line.
     *
     * @param waiting how many figures of the crisis wait to be believed
     */
    record View(
            CrisisView crisis,
            List<AlertView.Entry> alerts,
            Waiting waiting,
            Choices choices,
            @Nullable TrendView trend,
            @Nullable ComparisonView comparison,
            @Nullable FigureView figures) {
        boolean quiet() {
            return alerts.isEmpty();
        }
    }

    @GET
    @Requires(Operation.READ)
    public Response get(
            @PathParam("id") String id,
            @QueryParam("metric") @Nullable String metric,
            @QueryParam("interval") @Nullable String interval) {
        Crisis crisis = crises.find(id)
                .orElseThrow(() ->
                        pages.refusal(Response.Status.NOT_FOUND, "No such crisis", "There is no crisis '" + id + "'."));
        TrendChoice choice = HomePage.asked(pages, metric, interval, Metric.NEW_DISPLACEMENTS);
        return pages.page("crisis", crisis.name(), view(crisis, choice));
    }

    private View view(Crisis crisis, TrendChoice choice) {
        Optional<Trend> trend = numbers.trends().read(crisis, choice, crises.now());
        return new View(
                crises.whole(crisis),
                alerts.open(crisis.id().value()),
                new Waiting(holds.waiting(crisis), "/holds?crisis=" + crisis.id()),
                Choices.of(List.of(), crisis.id().value(), choice, crises.phrases()),
                trend.map(found -> numbers.trends().view(crisis, choice, found, crises.now()))
                        .orElse(null),
                numbers.comparisons().view(crisis, choice.metric(), crises.now()),
                trend.map(found -> numbers.figures().view(crisis, found)).orElse(null));
    }
}
