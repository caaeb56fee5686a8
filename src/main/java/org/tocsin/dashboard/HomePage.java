package org.tocsin.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.tocsin.figure.Metric;
import org.tocsin.notify.Notice;
import org.tocsin.series.Bucket;

/** The first page: what rang, how the crises stand, and a trend of the reader's choice. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class HomePage {
    private final Pages pages;
    private final CrisisDesk crises;
    private final AlertDesk alerts;
    private final TrendDesk trends;
    private final HoldDesk holds;

    HomePage(Pages pages, CrisisDesk crises, AlertDesk alerts, TrendDesk trends, HoldDesk holds) {
        this.pages = pages;
        this.crises = crises;
        this.alerts = alerts;
        this.trends = trends;
        this.holds = holds;
    }

    /**
     * What the page shows.
     *
     * @param waiting how many figures wait to be believed
     * @param trend null where nothing is known of it
     */
    record View(
            List<AlertView.Entry> alerts,
            Waiting waiting,
            List<CrisisView> crises,
            List<Name> silent,
            @Nullable Choices choices,
            @Nullable TrendView trend) {
        boolean quiet() {
            return alerts.isEmpty();
        }

        boolean anySilent() {
            return !silent.isEmpty();
        }
    }

    /** A crisis of which nothing is known yet. */
    record Name(String id, String name) {}

    @GET
    @Requires(Operation.READ)
    public Response get(
            @QueryParam("crisis") @Nullable String crisis,
            @QueryParam("metric") @Nullable String metric,
            @QueryParam("interval") @Nullable String interval) {
        List<Crisis> all = crises.list();
        List<CrisisView> views = all.stream().map(crises::glance).toList();
        Optional<Notice> newest = alerts.newest();
        Optional<Crisis> chosen = chosen(all, views, crisis, newest);
        TrendChoice choice = choice(metric, interval, newest);
        return pages.page("home", "Tocsin", view(all, views, chosen, choice));
    }

    private View view(List<Crisis> all, List<CrisisView> views, Optional<Crisis> chosen, TrendChoice choice) {
        List<String> stated =
                views.stream().filter(CrisisView::stated).map(CrisisView::id).toList();
        return new View(
                alerts.open(null),
                new Waiting(holds.waiting(null), "/holds"),
                views.stream().filter(CrisisView::stated).toList(),
                all.stream()
                        .map(each -> new Name(each.id().value(), each.name()))
                        .filter(each -> !stated.contains(each.id()))
                        .toList(),
                chosen.map(one -> Choices.of(all, one.id().value(), choice, crises.phrases()))
                        .orElse(null),
                chosen.flatMap(one -> trends.read(one, choice, crises.now())
                                .map(trend -> trends.view(one, choice, trend, crises.now())))
                        .orElse(null));
    }

    /** The one asked for, else where it rang last, else the first of which something is known. */
    private Optional<Crisis> chosen(
            List<Crisis> all, List<CrisisView> views, @Nullable String asked, Optional<Notice> newest) {
        if (asked != null) {
            return Optional.of(crises.find(asked)
                    .orElseThrow(() -> pages.refusal(
                            Response.Status.NOT_FOUND, "No such crisis", "There is no crisis '" + asked + "'.")));
        }
        return newest.map(notice -> notice.topic().scope().crisis())
                .flatMap(crises::find)
                .or(() -> views.stream().filter(CrisisView::stated).findFirst().flatMap(view -> crises.find(view.id())))
                .or(() -> all.stream().findFirst());
    }

    private TrendChoice choice(@Nullable String metric, @Nullable String interval, Optional<Notice> newest) {
        Metric usual = newest.map(notice -> notice.topic().measure().metric()).orElse(Metric.NEW_DISPLACEMENTS);
        return asked(pages, metric, interval, usual);
    }

    /** The trend asked for; a page that says so where there is no such metric or interval. */
    static TrendChoice asked(Pages pages, @Nullable String metric, @Nullable String interval, Metric usual) {
        Optional<Metric> counted = metric == null ? Optional.of(usual) : Choices.metric(metric);
        Optional<Bucket> bucket = interval == null ? Optional.of(Bucket.MONTH) : Choices.interval(interval);
        if (counted.isEmpty() || bucket.isEmpty()) {
            throw pages.refusal(
                    Response.Status.BAD_REQUEST,
                    "No such trend",
                    counted.isEmpty()
                            ? "There is no figure '" + metric + "'."
                            : "There is no interval '" + interval + "'.");
        }
        return new TrendChoice(counted.get(), bucket.get());
    }
}
