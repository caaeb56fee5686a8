package org.tocsin.collect.acled;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the e-mail address and the password under which somebody is known to ACLED.
 *
 * @param password secret
 */
public record Account(String username, String password) {
    static final Account NONE = new Account("", "");

    // Jackson hands null for a key that is left out.
    public Account(@Nullable String username, @Nullable String password) {
        this.username = username == null ? "" : username.strip();
        this.password = password == null ? "" : password;
    }

    Optional<String> lacking() {
        if (username.isEmpty()) {
            return Optional.of("account.username");
        }
        return password.isEmpty() ? Optional.of("account.password") : Optional.empty();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username;
    }
}
