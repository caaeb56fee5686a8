package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.access.Role;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Redistribution;

class RolesIT {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static House closed;
    private static String document;

    @BeforeAll
    static void open() throws Exception {
        closed = new House(false);
        closed.source("ucdp", Redistribution.ROWS);
        closed.take(
                "killed",
                Figures.killed(200).on(java.time.LocalDate.of(2024, 6, 5)).figure());
        document = report();
    }

    /** The document of a figure that was read from a report. */
    private static String report() throws Exception {
        String admin = closed.key(Role.ADMIN);
        closed.source("reports", Redistribution.ROWS);
        closed.post("/api/v1/reports", admin, """
                {"title": "Sudan", "published": "2024-06-28", "countries": ["SDN"], "language": "en",
                 "text": "After days of fighting, 120 people were killed."}
                """);
        String candidate = JSON.readTree(closed.get("/api/v1/candidates", admin).body())
                .at("/items/0/id")
                .asText();
        String decided = closed.post("/api/v1/candidates/" + candidate + "/decision", admin, """
                        {"version": 1, "decision": "confirm", "event": {"name": "Fighting"}}
                        """)
                .body();
        return "/api/v1/figures/"
                + JSON.readTree(decided).at("/decision/figure").asText() + "/document";
    }

    @AfterAll
    static void close() {
        closed.close();
    }

    /** 400: past the door, the empty body is refused; 404: past the door, there is no such thing. */
    private static final String TABLE = """
            operation,         method, path,                                    nobody, contributor, coordinator, operator, admin
            READ,              GET,    /api/v1/crises,                          401,    200,         200,         200,      200
            READ,              GET,    /api/v1/crises/sdn/trends?metric=killed, 401,    200,         200,         200,      200
            READ,              GET,    /api/v1/crises/sdn/changes,              401,    200,         200,         200,      200
            READ,              GET,    /api/v1/figures?crisis=sdn,              401,    200,         200,         200,      200
            READ,              GET,    /api/v1/alerts,                          401,    200,         200,         200,      200
            READ,              GET,    /api/v1/reports,                         401,    200,         200,         200,      200
            READ,              GET,    /,                                       401,    200,         200,         200,      200
            READ,              GET,    /crises/sdn,                             401,    200,         200,         200,      200
            READ,              GET,    /sources,                                401,    200,         200,         200,      200
            READ,              GET,    /api/v1/sources,                         401,    200,         200,         200,      200
            READ,              GET,    /assets/tocsin.css,                      401,    200,         200,         200,      200
            READ_DOCUMENT,     GET,    {report of a figure},                    401,    200,         200,         403,      200
            POST_FIGURES,      POST,   /api/v1/figures,                         401,    400,         400,         403,      400
            POST_REPORT,       POST,   /api/v1/reports,                         401,    400,         400,         403,      400
            REVIEW_CANDIDATES, GET,    /api/v1/candidates,                      401,    403,         200,         403,      200
            REVIEW_CANDIDATES, GET,    /api/v1/candidates/{none},               401,    403,         404,         403,      404
            REVIEW_CANDIDATES, POST,   /api/v1/candidates/{none}/decision,      401,    403,         404,         403,      404
            RELEASE_HOLD,      POST,   /api/v1/holds/1/decision,                401,    403,         400,         403,      400
            RELEASE_HOLD,      GET,    /api/v1/holds,                           401,    403,         200,         403,      200
            MANAGE_RULES,      POST,   /api/v1/rules,                           401,    403,         400,         403,      400
            MANAGE_RULES,      PUT,    /api/v1/rules/none,                      401,    403,         400,         403,      400
            MANAGE_RULES,      DELETE, /api/v1/rules/none,                      401,    403,         404,         403,      404
            MANAGE_RULES,      POST,   /api/v1/rules/preview,                   401,    403,         400,         403,      400
            ACKNOWLEDGE_ALERT, POST,   /api/v1/alerts/{none}/acknowledgement,   401,    403,         404,         403,      404
            START_RUN,         POST,   /api/v1/sources/silent/runs,             401,    403,         403,         202,      202
            START_RUN,         POST,   /api/v1/sources/lone/runs,               401,    403,         403,         409,      409
            PAUSE_SOURCE,      POST,   /api/v1/sources/silent/pause,            401,    403,         403,         400,      400
            PAUSE_SOURCE,      POST,   /api/v1/sources/silent/resume,           401,    403,         403,         200,      200
            ,                  OPTIONS, /api/v1/crises,                         403,    403,         403,         403,      403
            """;

    /** Operations that nothing the server answers performs yet. */
    private static final Set<Operation> WITHOUT_A_DOOR = Set.of(
            Operation.SUBSCRIBE,
            Operation.MANAGE_CRISES,
            Operation.REVIEW_ALERT,
            Operation.MANAGE_SILENCES,
            Operation.MANAGE_ENDPOINTS,
            Operation.READ_DELIVERIES,
            Operation.REPLAY_DELIVERIES,
            Operation.MANAGE_KEYS);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = TABLE)
    void onlyWhoIsNamedMay(
            @Nullable Operation operation,
            String method,
            String path,
            int nobody,
            int contributor,
            int coordinator,
            int operator,
            int admin)
            throws Exception {
        String asked = path.replace("{none}", NONE).replace("{report of a figure}", document);
        assertThat(closed.send(method, asked, null).statusCode()).as("nobody").isEqualTo(nobody);
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
            int status = closed.send(method, asked, closed.key(role)).statusCode();
            assertThat(status).as(role.word()).isEqualTo(expected.get(role));
            if (operation != null) {
                assertThat(status != 403)
                        .as("what the operation says of " + role.word())
                        .isEqualTo(operation.allows(role));
            }
        }
    }

    @Test
    void everyOperationIsTriedByEveryRoleOrHasNoDoor() {
        Set<Operation> tried = TABLE.lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')).strip())
                .filter(name -> !name.isEmpty())
                .map(Operation::valueOf)
                .collect(Collectors.toSet());
        Set<Operation> required = answering().stream()
                .map(method -> method.getAnnotationOfType(Requires.class).value())
                .collect(Collectors.toSet());

        assertThat(tried).containsAll(required).doesNotContainAnyElementsOf(WITHOUT_A_DOOR);
        assertThat(required).doesNotContainAnyElementsOf(WITHOUT_A_DOOR);
        assertThat(Stream.concat(tried.stream(), WITHOUT_A_DOOR.stream()))
                .containsExactlyInAnyOrder(Operation.values());
    }

    @Test
    void everyMethodThatAnswersRequestsSaysWhatItRequires() {
        List<JavaMethod> answering = answering();

        assertThat(answering).hasSizeGreaterThan(15);
        assertThat(answering).allMatch(method -> method.isAnnotatedWith(Requires.class));
    }

    private static List<JavaMethod> answering() {
        JavaClasses rooms = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.tocsin.api", "org.tocsin.dashboard");
        return rooms.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();
    }
}
