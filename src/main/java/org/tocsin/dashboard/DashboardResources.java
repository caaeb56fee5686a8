package org.tocsin.dashboard;

import java.util.List;
import java.util.Locale;
import org.tocsin.crisis.CrisisPicture;
import org.tocsin.crisis.Trends;
import org.tocsin.phrase.Phrases;
import org.tocsin.pipeline.AlertTelling;
import org.tocsin.pipeline.Around;

/** Everything the pages register with the server. */
public final class DashboardResources {
    private DashboardResources() {}

    /** The components, each to be registered with Jersey; who may see the pages is decided at the API's entrance. */
    public static List<Object> of(Doors doors) {
        Doors.Known known = doors.known();
        Doors.Watched watched = doors.watched();
        Wording wording = new Wording(Phrases.in(Locale.ENGLISH));
        AlertTelling telling = new AlertTelling(
                watched.alerts(),
                watched.decisions(),
                new Around(known.series(), known.figures(), known.crises(), known.appeals(), known.headline()),
                watched.publicUrl());
        Pages pages = new Pages();
        TrendDesk trends = new TrendDesk(new Trends(known.series(), known.appeals(), known.headline()), wording);
        AlertDesk alerts = new AlertDesk(watched.alerts(), telling, known.crises(), wording);
        CrisisPicture picture = new CrisisPicture(known.series(), known.appeals(), known.headline());
        CrisisDesk crises = new CrisisDesk(known.crises(), picture, wording, doors.clock());
        return List.of(
                new HomePage(pages, crises, alerts, trends),
                new CrisisPage(pages, crises, alerts, trends, new FigureDesk(known, wording)),
                new AlertPage(pages, alerts, trends, crises),
                new SourcesPage(pages, new SourceDesk(known.series(), known.sources(), wording, doors.clock())),
                new StyleSheet());
    }
}
