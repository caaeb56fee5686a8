package org.tocsin.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.detect.InvalidRuleException;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;

/** The only door to the rules and their versions. A version never changes. */
public final class RuleStore {
    private final Jdbi jdbi;

    public RuleStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Makes these the provisioned rules: what is new or different becomes a version, the same definition stays the version it is,
     * and a provisioned rule that is not among them is retired. Rules that did not come from files are left alone.
     *
     * @throws IllegalArgumentException if two have one id, or one asks for narrower windows than any source that it names speaks of
     */
    public void provision(Collection<Rule> rules, Instant at) {
        Set<String> ids = rules.stream().map(Rule::id).collect(Collectors.toSet());
        if (ids.size() < rules.size()) {
            throw new IllegalArgumentException("two rules have the same id among "
                    + rules.stream().map(Rule::id).sorted().toList());
        }
        jdbi.useTransaction(handle -> {
            RuleDao dao = handle.attach(RuleDao.class);
            Grains grains = new Grains(handle.attach(GrainDao.class));
            rules.forEach(rule -> {
                checkNamed(grains, rule);
                dao.add(rule.id(), true);
                save(dao, rule, at);
            });
            dao.current().stream()
                    .filter(version -> version.provisioned()
                            && !ids.contains(version.rule().id()))
                    .forEach(version -> retire(dao, version.rule().id(), at));
        });
    }

    /**
     * Makes a version of a rule that comes from no file; the same definition stays the version it is.
     *
     * @throws ProvisionedRuleException if the rule comes from a file
     * @throws InvalidRuleException if it asks for narrower windows than any source speaks of that it would watch
     */
    public RuleVersion save(Rule rule, Instant at) {
        return jdbi.inTransaction(handle -> {
            RuleDao dao = handle.attach(RuleDao.class);
            refuseProvisioned(dao, rule.id());
            new Grains(handle.attach(GrainDao.class)).checkAll(rule);
            dao.add(rule.id(), false);
            save(dao, rule, at);
            return dao.current(rule.id()).orElseThrow(() -> new NoSuchRuleException(rule.id()));
        });
    }

    /**
     * Takes a rule out of force; its versions stay, so that what it decided can be explained. What it has open
     * is stood down by the sweep.
     *
     * @throws ProvisionedRuleException if the rule comes from a file
     * @throws NoSuchRuleException if no rule of this id is in force
     */
    public void retire(String id, Instant at) {
        jdbi.useTransaction(handle -> {
            RuleDao dao = handle.attach(RuleDao.class);
            refuseProvisioned(dao, id);
            if (dao.current(id).isEmpty()) {
                throw new NoSuchRuleException(id + " in force");
            }
            retire(dao, id, at);
        });
    }

    /** Every version of a rule, the newest first; none if there never was such a rule. */
    public List<RuleVersion> versions(String id) {
        return jdbi.withExtension(RuleDao.class, dao -> dao.versions(id));
    }

    /** The rules in force, ordered by id. */
    public List<RuleVersion> list() {
        return jdbi.withExtension(RuleDao.class, RuleDao::current);
    }

    /** The rule in force under this id. */
    public Optional<RuleVersion> find(String id) {
        return jdbi.withExtension(RuleDao.class, dao -> dao.current(id));
    }

    /** A version of a rule, in force or not. */
    public RuleVersion get(String id, int version) {
        return jdbi.withExtension(RuleDao.class, dao -> dao.version(id, version))
                .orElseThrow(() -> new NoSuchRuleException(id + " version " + version));
    }

    private static void save(RuleDao dao, Rule rule, Instant at) {
        String definition = RuleFile.write(rule);
        if (dao.same(rule.id(), definition).isEmpty()) {
            dao.close(rule.id(), at);
            dao.open(rule.id(), definition, RuleDao.Matching.of(rule.watch()), at);
        }
    }

    private static void checkNamed(Grains grains, Rule rule) {
        try {
            grains.checkNamed(rule);
        } catch (InvalidRuleException e) {
            throw new IllegalArgumentException("rule '" + rule.id() + "': " + e.getMessage(), e);
        }
    }

    private static void refuseProvisioned(RuleDao dao, String id) {
        if (dao.isProvisioned(id)) {
            throw new ProvisionedRuleException(id);
        }
    }

    private static void retire(RuleDao dao, String id, Instant at) {
        dao.close(id, at);
        dao.forgetDue(id);
    }
}
