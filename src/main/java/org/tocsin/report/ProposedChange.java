package org.tocsin.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;

/** A change in percent as a text seems to tell it. */
public record ProposedChange(Of of, By by, @Nullable String statedBy) implements Proposal {
    /** What changed, where, for whom and why. */
    public record Of(
            Metric metric,
            @Nullable String country,
            @Nullable Population population,
            Cause cause) {}

    /**
     * By how much.
     *
     * @param percent of the earlier number; null where a range was said
     * @param since the first day of the later span
     * @param base what it is compared with, in the words of the text
     */
    public record By(
            ChangeStatement.Direction direction,
            @Nullable BigDecimal percent,
            @Nullable LocalDate since,
            @Nullable String base) {}

    @Override
    public Metric metric() {
        return of.metric();
    }

    @Override
    public @Nullable String country() {
        return of.country();
    }

    /**
     * The statement it becomes; the same one told again by another report has the same id.
     *
     * @throws org.tocsin.figure.InvalidFigureException if it is none yet; names the field that must be corrected
     */
    ChangeStatement statement(LocalDate published, Provenance provenance) {
        ChangeStatement.Subject subject = new ChangeStatement.Subject(
                of.metric(),
                Place.country(Proposal.said("country", of.country())),
                Proposal.said("population", of.population()),
                of.cause());
        ChangeStatement.Change change = new ChangeStatement.Change(
                by.direction(), Proposal.said("percent", by.percent()), Proposal.said("since", by.since()), by.base());
        String speaker = Proposal.said("statedBy", statedBy);
        String id = String.join(
                "/",
                "change",
                subject.metric().code(),
                subject.place().country(),
                subject.population().code(),
                subject.cause().code(),
                change.direction().code(),
                change.percent().stripTrailingZeros().toPlainString(),
                change.since().toString(),
                Proposal.slug(speaker));
        return new ChangeStatement(
                id, subject, change, new ChangeStatement.Saying(speaker, published, null), provenance);
    }
}
