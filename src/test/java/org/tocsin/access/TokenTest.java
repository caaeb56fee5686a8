package org.tocsin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    @Test
    void aFreshTokenReadsBackWithItsId() {
        Token token = Token.fresh(RANDOM);

        assertThat(Token.parse(token.text())).contains(token);
        assertThat(token.text()).matches("tocsin_[0-9a-f-]{36}_[A-Za-z0-9_-]{43}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tocsin_",
                "tocsin_1-1-1-1-1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "tocsin_00000000-0000-4000-8000-000000000000_short",
                "other_00000000-0000-4000-8000-000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNotOfTheShapeIsNoToken(String text) {
        assertThat(Token.parse(text)).isEmpty();
    }

    @Test
    void aTokenHashesOnlyToItsOwnHash() {
        Token token = Token.fresh(RANDOM);

        assertThat(token.hashesTo(token.hash())).isTrue();
        assertThat(token.hashesTo(Token.fresh(RANDOM).hash())).isFalse();
        assertThat(token.hash()).hasSize(32);
    }

    @Test
    void neitherATokenNorANewKeyPrintsTheSecret() {
        Token token = Token.fresh(RANDOM);
        String secret = token.text().substring(token.text().length() - 43);
        Key key = new Key(token.id(), "ocha", Role.ADMIN, NOON, "root", null, null, null);

        assertThat(token.toString()).doesNotContain(secret);
        assertThat(new NewKey(key, token.text()).toString()).doesNotContain(secret);
    }

    @Test
    void aKeyWorksUntilTheMomentItExpires() {
        Key key = new Key(UUID.randomUUID(), "ocha", Role.ADMIN, NOON, "root", NOON.plusSeconds(60), null, null);

        assertThat(key.usableAt(NOON.plusSeconds(59))).isTrue();
        assertThat(key.usableAt(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void aRoleReadsAsItIsWrittenAndNamesTheOthersWhenWrong() {
        for (Role role : Role.values()) {
            assertThat(Role.of(role.word())).isEqualTo(role);
        }
        assertThatThrownBy(() -> Role.of("root"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("role 'root' is none of [contributor, coordinator, operator, admin]");
    }

    @Test
    void anActorByKeyHasAKeyAndOnlyAVisitorHasNoRole() {
        assertThatThrownBy(() -> new Actor(Actor.Via.KEY, "ocha", null, Role.ADMIN, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Actor(Actor.Via.CLI, "root", null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
