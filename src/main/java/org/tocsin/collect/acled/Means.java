package org.tocsin.collect.acled;

import java.util.Locale;
import java.util.Map;
import org.tocsin.figure.Cause;

/** Turns ACLED's kinds of events into the methods by which people die in a conflict. */
final class Means {
    private static final Cause OTHER = new Cause("conflict:other");
    private static final Cause REMOTE = new Cause("conflict:remote");
    private static final Cause EXPLOSIVE = new Cause("conflict:explosive");
    private static final Cause GROUND = new Cause("conflict:ground");

    private static final Map<String, Cause> BY_SUB_EVENT = Map.of(
            "air/drone strike", new Cause("conflict:airstrike"),
            "shelling/artillery/missile attack", new Cause("conflict:shelling"),
            "remote explosive/landmine/ied", EXPLOSIVE,
            "suicide bomb", EXPLOSIVE,
            "grenade", EXPLOSIVE);

    private static final Map<String, Cause> BY_EVENT = Map.of("battles", GROUND, "explosions/remote violence", REMOTE);

    private Means() {}

    /** The method of an event; {@code other} for violence against civilians, riots and all else that is no fighting. */
    static Cause of(String eventType, String subEventType) {
        Cause coarse = BY_EVENT.getOrDefault(eventType.toLowerCase(Locale.ROOT), OTHER);
        return BY_SUB_EVENT.getOrDefault(subEventType.toLowerCase(Locale.ROOT), coarse);
    }
}
