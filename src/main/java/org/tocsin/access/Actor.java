package org.tocsin.access;

import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the audit names them; a {@link Principal}, so that a web framework can carry it.
 *
 * @param name the key's name, the user at the command line, the step of the program, or {@code visitor}
 * @param key the key shown; only for {@link Via#KEY}
 * @param role absent for a visitor
 * @param address where the request came from, where there was one
 */
public record Actor(
        Via via,
        String name,
        @Nullable UUID key,
        @Nullable Role role,
        @Nullable String address) implements Principal {
    /** The way somebody came in. */
    public enum Via {
        KEY,
        CLI,
        SYSTEM,
        /** Without a key: a public reader, or who opens a link from a mail. */
        VISITOR;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Actor {
        if ((via == Via.KEY) != (key != null)) {
            throw new IllegalArgumentException("an actor by " + via.word() + " with the key " + key);
        }
        if ((via == Via.VISITOR) != (role == null)) {
            throw new IllegalArgumentException("an actor by " + via.word() + " with the role " + role);
        }
    }

    static Actor of(Key key) {
        return new Actor(Via.KEY, key.name(), key.id(), key.role(), null);
    }

    /** Whoever can run our commands can read our database: the command line may everything. */
    public static Actor cli(String user) {
        return new Actor(Via.CLI, user, null, Role.ADMIN, null);
    }

    /** The program itself, by the name of what acts. */
    public static Actor system(String part) {
        return new Actor(Via.SYSTEM, part, null, Role.ADMIN, null);
    }

    public static Actor visitor() {
        return new Actor(Via.VISITOR, "visitor", null, null, null);
    }

    /** The same actor, seen at this address. */
    public Actor from(String where) {
        return new Actor(via, name, key, role, where);
    }

    public boolean may(Operation operation, AccessSettings settings) {
        return role == null ? operation.allowsWithoutKey(settings) : operation.allows(role);
    }

    @Override
    public String getName() {
        return name;
    }
}
