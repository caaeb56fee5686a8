package org.tocsin.crisis;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Countries;
import org.tocsin.series.Scope;

/** The only door to crises; a changed scope is a new version, the old one stays. */
public final class CrisisStore implements Scopes {
    /** A crisis and the number of its current scope. */
    public record Versioned(Crisis crisis, int version) {}

    private final Jdbi jdbi;

    public CrisisStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes over crises as configured: adds new ones, and a version where the scope changed. Removes none. */
    public void provision(List<Crisis> crises, Instant now) {
        jdbi.useTransaction(handle -> {
            CrisisDao dao = new CrisisDao(handle);
            Map<CrisisId, Versioned> known = list(handle, null, null).stream()
                    .collect(Collectors.toMap(held -> held.crisis().id(), Function.identity()));
            for (Crisis crisis : crises) {
                dao.upsert(crisis);
                Versioned held = known.get(crisis.id());
                if (held == null || !sameScope(held.crisis(), crisis)) {
                    dao.addVersion(crisis, held == null ? 1 : held.version() + 1, now);
                }
            }
        });
    }

    /** All crises, by id. */
    public List<Versioned> list() {
        return jdbi.withHandle(handle -> list(handle, null, null));
    }

    public Optional<Versioned> find(CrisisId id) {
        return jdbi.withHandle(handle -> list(handle, id, null)).stream().findFirst();
    }

    /** The crisis with the scope it had at a moment; empty if it had none yet. */
    public Optional<Versioned> find(CrisisId id, Instant asOf) {
        return jdbi.withHandle(handle -> list(handle, id, asOf)).stream().findFirst();
    }

    /**
     * What a subject's scope means now.
     *
     * @param scope {@code crisis:ID} or {@code country:ISO3}
     */
    @Override
    public Scoped scoped(String scope) {
        if (scope.startsWith(Scoped.COUNTRY)) {
            String country = scope.substring(Scoped.COUNTRY.length());
            String name = Countries.name(country, Locale.ENGLISH).orElse(country);
            return new Scoped(name, Scope.country(country), 0);
        }
        Versioned held = find(new CrisisId(scope.substring(Scoped.CRISIS.length())))
                .orElseThrow(() -> new NoSuchScopeException(scope));
        return new Scoped(held.crisis().name(), held.crisis().scope(), held.version());
    }

    private static List<Versioned> list(Handle handle, @Nullable CrisisId id, @Nullable Instant by) {
        CrisisDao dao = new CrisisDao(handle);
        List<CrisisDao.Head> heads = dao.heads(id, by);
        // read after the heads, so that the version of each is there
        Map<CrisisDao.Version, List<ScopeLine>> lines = dao.lines(id);
        return heads.stream()
                .map(head -> new Versioned(
                        new Crisis(
                                head.id(),
                                head.name(),
                                head.since(),
                                head.glide(),
                                head.keywords(),
                                lines.getOrDefault(new CrisisDao.Version(head.id(), head.version()), List.of())),
                        head.version()))
                .toList();
    }

    private static boolean sameScope(Crisis a, Crisis b) {
        return new HashSet<>(a.lines()).equals(new HashSet<>(b.lines()));
    }
}
