package org.tocsin.collect.t4p;

import java.util.Locale;
import java.util.Optional;
import org.tocsin.collect.Row;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.InvalidFigureException;

/** Who stands behind the totals of a day. */
final class Speaker {
    /** What Tech for Palestine puts into a gap. */
    static final Attribution FILLED = new Attribution(T4pCollector.ID, "Tech for Palestine", Basis.ESTIMATED);

    static final Attribution VERIFIED = new Attribution(T4pCollector.ID, "OCHA", Basis.VERIFIED);

    private static final Attribution OCHA = new Attribution(T4pCollector.ID, "OCHA", Basis.REPORTED);

    private Speaker() {}

    /**
     * Empty for a day on which nobody reported. Offices of the authorities in Gaza speak for a party to the conflict: what they say
     * is claimed.
     */
    static Optional<Attribution> of(Theatre theatre, Row row) {
        return switch (theatre) {
            case GAZA -> gaza(row.text("report_source").toLowerCase(Locale.ROOT));
            case WEST_BANK -> westBank(row.findText("flash_source").orElse("un").toLowerCase(Locale.ROOT));
            case LEBANON -> lebanon(row.findText("report_source").orElse("").toLowerCase(Locale.ROOT));
        };
    }

    private static Optional<Attribution> gaza(String source) {
        return switch (source) {
            case "mohtel" -> claimed("Gaza Ministry of Health");
            case "gmotel" -> claimed("Gaza Government Media Office");
            case "unocha" -> Optional.of(OCHA);
            case "missing" -> Optional.empty();
            default -> throw unknown("report_source", source);
        };
    }

    /** OCHA's flash updates; a day between them repeats the last one. */
    private static Optional<Attribution> westBank(String source) {
        return switch (source) {
            case "un" -> Optional.of(OCHA);
            case "fill" -> Optional.empty();
            default -> throw unknown("flash_source", source);
        };
    }

    /** The state of Lebanon is no party to the fighting that its ministry counts. */
    private static Optional<Attribution> lebanon(String source) {
        return source.equals("missing") || source.equals("fill")
                ? Optional.empty()
                : Optional.of(new Attribution(T4pCollector.ID, "Lebanon Ministry of Public Health", Basis.REPORTED));
    }

    private static Optional<Attribution> claimed(String office) {
        return Optional.of(new Attribution(T4pCollector.ID, office, Basis.CLAIMED));
    }

    private static InvalidFigureException unknown(String field, String source) {
        return new InvalidFigureException(field, "is none of those known: '" + source + "'");
    }
}
