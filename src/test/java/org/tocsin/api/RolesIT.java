package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.access.Requires;
import org.tocsin.access.Role;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Redistribution;

class RolesIT {
    private static House closed;

    @BeforeAll
    static void open() throws Exception {
        closed = new House(false);
        closed.source("ucdp", Redistribution.ROWS);
        closed.take(
                "killed",
                Figures.killed(200).on(java.time.LocalDate.of(2024, 6, 5)).figure());
    }

    @AfterAll
    static void close() {
        closed.close();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            method, path,                                    nobody, contributor, coordinator, operator, admin
            GET,    /api/v1/crises,                          401,    200,         200,         200,      200
            GET,    /api/v1/crises/sdn/trends?metric=killed, 401,    200,         200,         200,      200
            GET,    /api/v1/figures?crisis=sdn,              401,    200,         200,         200,      200
            GET,    /api/v1/alerts,                          401,    200,         200,         200,      200
            GET,    /api/v1/holds,                           401,    403,         200,         403,      200
            POST,   /api/v1/sources/silent/runs,             401,    403,         403,         202,      202
            GET,    /,                                       401,    200,         200,         200,      200
            GET,    /crises/sdn,                             401,    200,         200,         200,      200
            GET,    /assets/tocsin.css,                      401,    200,         200,         200,      200
            OPTIONS, /api/v1/crises,                         403,    403,         403,         403,      403
            """)
    void onlyWhoIsNamedMay(
            String method, String path, int nobody, int contributor, int coordinator, int operator, int admin)
            throws Exception {
        assertThat(closed.send(method, path, null).statusCode()).as("nobody").isEqualTo(nobody);
        Map<Role, Integer> expected = Map.of(
                Role.CONTRIBUTOR,
                contributor,
                Role.COORDINATOR,
                coordinator,
                Role.OPERATOR,
                operator,
                Role.ADMIN,
                admin);
        for (Role role : Role.values()) {
            assertThat(closed.send(method, path, closed.key(role)).statusCode())
                    .as(role.word())
                    .isEqualTo(expected.get(role));
        }
    }

    @Test
    void everyMethodThatAnswersRequestsSaysWhatItRequires() {
        JavaClasses rooms = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.tocsin.api", "org.tocsin.dashboard");
        List<JavaMethod> answering = rooms.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();

        assertThat(answering).hasSizeGreaterThan(15);
        assertThat(answering).allMatch(method -> method.isAnnotatedWith(Requires.class));
    }
}
