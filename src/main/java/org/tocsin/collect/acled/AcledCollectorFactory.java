package org.tocsin.collect.acled;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;
import org.tocsin.collect.CountryNames;

/**
 * The settings of source {@code acled}.
 *
 * @param baseUrl ACLED's own site where it is left out
 * @param account one to which ACLED has granted its event data; a name and a password alone do not open them
 * @param countries as ACLED spells them, such as {@code Democratic Republic of Congo}; none: all
 * @param from the first day of the first run, 2021-01-01 where it is left out
 * @param pageSize events of one answer at most, 5000 where it is left out
 */
@JsonTypeName("acled")
public record AcledCollectorFactory(
        URI baseUrl, String schedule, Account account, List<String> countries, LocalDate from, Integer pageSize)
        implements CollectorFactory {
    private static final int MOST_EVENTS = 5000;

    // Jackson hands null for a key that is left out.
    public AcledCollectorFactory(
            @Nullable URI baseUrl,
            @Nullable String schedule,
            @Nullable Account account,
            @Nullable List<String> countries,
            @Nullable LocalDate from,
            @Nullable Integer pageSize) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://acleddata.com"));
        this.schedule = requireNonNullElse(schedule, "0 50 6 * * ?");
        this.account = requireNonNullElse(account, Account.NONE);
        this.countries = List.copyOf(requireNonNullElse(countries, List.of()));
        this.from = requireNonNullElse(from, LocalDate.of(2021, 1, 1));
        this.pageSize = requireNonNullElse(pageSize, MOST_EVENTS);
        if (this.pageSize < 1 || this.pageSize > MOST_EVENTS) {
            throw new IllegalArgumentException("pageSize " + pageSize + " is not from 1 to " + MOST_EVENTS);
        }
        this.countries.forEach(AcledCollectorFactory::check);
    }

    @Override
    public Collector build() {
        return new AcledCollector(baseUrl, account, countries, from, pageSize);
    }

    @Override
    public Optional<String> lacking() {
        return account.lacking();
    }

    private static void check(String country) {
        if (CountryNames.iso3(country).isEmpty() || country.contains("|")) {
            throw new IllegalArgumentException("countries: '" + country + "' is no country");
        }
    }
}
