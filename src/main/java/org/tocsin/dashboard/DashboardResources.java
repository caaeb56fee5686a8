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
                new Around(
                        known.series(),
                        known.figures(),
                        doors.beside().holds(),
                        known.crises(),
                        known.appeals(),
                        known.headline()),
                watched.publicUrl());
        Pages pages = new Pages();
        Trends read = new Trends(known.series(), known.appeals(), known.headline());
        TrendDesk trends = new TrendDesk(read, wording);
        CrisisPage.Numbers numbers = new CrisisPage.Numbers(
                trends, new ComparisonDesk(read, doors.beside().changes(), wording), new FigureDesk(known, wording));
        AlertDesk alerts = new AlertDesk(watched.alerts(), telling, known.crises(), wording);
        CrisisPicture picture = new CrisisPicture(known.series(), known.appeals(), known.headline());
        CrisisDesk crises = new CrisisDesk(known.crises(), picture, wording, doors.clock());
        HoldDesk holds = new HoldDesk(doors.beside().holds(), known, wording, watched.publicUrl());
        return List.of(
                new HomePage(pages, crises, alerts, trends, holds),
                new CrisisPage(pages, crises, alerts, numbers, holds),
                new HoldsPage(pages, crises, holds),
                new AlertPage(pages, alerts, trends, crises),
                new SourcesPage(pages, new SourceDesk(known.series(), known.sources(), wording, doors.clock())),
                new StyleSheet());
    }
}
