package org.tocsin.notify;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;
import org.tocsin.figure.Metric;

/** Who is told without having signed up: the {@code subscribers} of config.yml. */
public record Subscribers(List<Person> recipients, List<Hook> endpoints) {
    public static final Subscribers NOBODY = new Subscribers(List.of(), List.of());

    public Subscribers {
        recipients = copy(recipients);
        endpoints = copy(endpoints);
    }

    /**
     * A person with a mailbox.
     *
     * @param locale a language tag, {@code en} when absent
     * @param zone of the dates in mails, UTC when absent
     * @param filters a message goes out when any of them lets it through; absent: every one does
     * @param coordinator whether they are told also of numbers that are held back, whatever the filters
     */
    public record Person(
            String email, String name, String locale, ZoneId zone, List<Filter> filters, boolean coordinator) {
        public Person {
            if (!email.matches("[^\\s@<>,\\p{Cntrl}]+@[^\\s@<>,\\p{Cntrl}]+")) {
                throw new IllegalArgumentException("subscribers.recipients.email: '" + email + "' is no mail address");
            }
            name = orElse(name, "").replaceAll("\\p{Cntrl}", " ");
            locale = Locale.forLanguageTag(orElse(locale, "en")).toLanguageTag();
            zone = orElse(zone, ZoneId.of("UTC"));
            filters = orAll(filters);
        }
    }

    /** A program behind a URL. The newest secret comes first; two while the older one is being replaced. */
    public record Hook(String name, URI url, List<Secret> secrets, List<Filter> filters) {
        public Hook {
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (!web || url.getHost() == null || url.getUserInfo() != null) {
                throw new IllegalArgumentException(
                        "subscribers.endpoints.url: '" + url + "' is no http or https URL of a host without a user");
            }
            secrets = copy(secrets);
            if (secrets.isEmpty() || secrets.size() > 2) {
                throw new IllegalArgumentException("subscribers.endpoints.secrets: endpoint '" + name
                        + "' needs one secret, or two while one is being replaced");
            }
            filters = orAll(filters);
        }
    }

    /** What to tell; an absent list asks for everything, an absent level for {@code watch} and above. */
    public record Filter(List<String> crises, List<String> countries, List<Metric> metrics, Level level) {
        public static final Filter EVERYTHING = new Filter(List.of(), List.of(), List.of(), Level.WATCH);

        public Filter {
            crises = copy(crises);
            countries = copy(countries);
            metrics = copy(metrics);
            level = orElse(level, Level.WATCH);
        }
    }

    private static List<Filter> orAll(@Nullable List<Filter> filters) {
        return filters == null || filters.isEmpty() ? List.of(Filter.EVERYTHING) : List.copyOf(filters);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
