package org.tocsin.collect.fts;

import java.util.Set;
import org.tocsin.figure.Appeal;

/** What one country has of a regional plan: an appeal of its own, so that a crisis counts it and not the whole plan. */
final class Share {
    private Share() {}

    /** The code under which both the plan and the table of its countries know a share. */
    static String code(String plan, String iso3) {
        return "plan-" + plan + "/" + iso3;
    }

    static Appeal of(Appeal whole, String plan, String iso3) {
        return new Appeal(
                code(plan, iso3),
                whole.name() + " (" + iso3 + ")",
                "Share of a " + whole.type().toLowerCase(java.util.Locale.ROOT),
                Set.of(iso3),
                whole.period(),
                whole.listedBecause(),
                whole.link());
    }
}
