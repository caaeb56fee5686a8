package org.tocsin.access;

import static org.tocsin.access.Role.ADMIN;
import static org.tocsin.access.Role.CONTRIBUTOR;
import static org.tocsin.access.Role.COORDINATOR;
import static org.tocsin.access.Role.OPERATOR;

import com.google.common.collect.ImmutableSet;

/** Everything the API lets somebody do, with the roles that may; who is not named may not. */
public enum Operation {
    /** Crises, figures, trends, sources, runs, rules, alerts, decisions and feeds, as far as they leave the house. */
    READ(Without.IF_PUBLIC, CONTRIBUTOR, COORDINATOR, OPERATOR, ADMIN),
    /** To ask for mails; to confirm or end a subscription needs the link that was mailed, and no role. */
    SUBSCRIBE(Without.IF_PUBLIC, CONTRIBUTOR, COORDINATOR, OPERATOR, ADMIN),
    /** Archived bytes, with the names, places and narratives that are withheld elsewhere. */
    READ_DOCUMENT(Without.NEVER, CONTRIBUTOR, COORDINATOR, ADMIN),
    POST_FIGURES(Without.NEVER, CONTRIBUTOR, COORDINATOR, ADMIN),
    POST_REPORT(Without.NEVER, CONTRIBUTOR, COORDINATOR, ADMIN),
    /** The queue of extracted figures beside their text, and the decision on each. */
    REVIEW_CANDIDATES(Without.NEVER, COORDINATOR, ADMIN),
    /** A statement that was held as implausible. */
    RELEASE_HOLD(Without.NEVER, COORDINATOR, ADMIN),
    MANAGE_CRISES(Without.NEVER, COORDINATOR, ADMIN),
    /** Previews included. */
    MANAGE_RULES(Without.NEVER, COORDINATOR, ADMIN),
    ACKNOWLEDGE_ALERT(Without.NEVER, COORDINATOR, ADMIN),
    REVIEW_ALERT(Without.NEVER, COORDINATOR, ADMIN),
    MANAGE_SILENCES(Without.NEVER, COORDINATOR, ADMIN),
    /** Also to list them: the URL of an endpoint is often its only secret. */
    MANAGE_ENDPOINTS(Without.NEVER, COORDINATOR, ADMIN),
    READ_DELIVERIES(Without.NEVER, COORDINATOR, OPERATOR, ADMIN),
    /** And to send a test. */
    REPLAY_DELIVERIES(Without.NEVER, COORDINATOR, OPERATOR, ADMIN),
    START_RUN(Without.NEVER, OPERATOR, ADMIN),
    /** And to resume it. */
    PAUSE_SOURCE(Without.NEVER, OPERATOR, ADMIN),
    MANAGE_KEYS(Without.NEVER, ADMIN);

    private enum Without {
        NEVER,
        IF_PUBLIC
    }

    private final Without withoutKey;
    private final ImmutableSet<Role> roles;

    Operation(Without withoutKey, Role... roles) {
        this.withoutKey = withoutKey;
        this.roles = ImmutableSet.copyOf(roles);
    }

    public boolean allows(Role role) {
        return roles.contains(role);
    }

    /** Whether somebody who shows no key may. */
    public boolean allowsWithoutKey(AccessSettings settings) {
        return withoutKey == Without.IF_PUBLIC && settings.publicRead();
    }
}
