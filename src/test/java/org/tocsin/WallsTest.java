package org.tocsin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WallsTest {
    private static final String HOUSE = "org.tocsin";

    private static final JavaClasses PROGRAM =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(HOUSE);

    /** Every package, and those it may know. A package that is not here has no floor yet. */
    private static final Map<String, Set<String>> FLOORS = Map.ofEntries(
            Map.entry("figure", Set.of()),
            Map.entry("chart", Set.of("figure")),
            Map.entry("phrase", Set.of("figure")),
            Map.entry("db", Set.of()),
            Map.entry("http", Set.of()),
            Map.entry("schedule", Set.of()),
            Map.entry("access", Set.of("db")),
            Map.entry("series", Set.of("figure", "db")),
            Map.entry("extract", Set.of("figure")),
            Map.entry("report", Set.of("extract", "figure", "db")),
            Map.entry("detect.method", Set.of()),
            Map.entry("detect", Set.of("detect.method", "figure")),
            Map.entry("crisis", Set.of("series", "figure", "db")),
            Map.entry("collect", Set.of("figure", "http", "db")),
            Map.entry("collect.*", Set.of("collect", "figure", "http")),
            Map.entry("alert", Set.of("detect", "crisis", "series", "figure", "db")),
            Map.entry("notify", Set.of("alert", "detect", "crisis", "series", "figure", "phrase", "db")),
            Map.entry("notify.email", Set.of("notify", "chart", "phrase", "detect", "figure")),
            Map.entry("notify.webhook", Set.of("notify", "http", "detect", "figure")),
            Map.entry(
                    "pipeline",
                    Set.of("notify", "alert", "detect", "crisis", "series", "collect", "report", "figure", "db")),
            Map.entry(
                    "api",
                    Set.of(
                            "pipeline",
                            "notify",
                            "alert",
                            "detect",
                            "crisis",
                            "series",
                            "collect",
                            "report",
                            "figure",
                            "access",
                            "chart",
                            "phrase")),
            Map.entry(
                    "dashboard",
                    Set.of(
                            "pipeline",
                            "notify",
                            "alert",
                            "detect",
                            "crisis",
                            "series",
                            "collect",
                            "report",
                            "figure",
                            "access",
                            "chart",
                            "phrase")));

    private static final String TOP = "app";

    private static final Set<String> READINGS =
            Set.of("now", "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");

    private static final Pattern JOB_NAMES = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Base|Info|Data)");

    private static final Set<String> KNOTS = Set.of("dao", "config", "model", "util", "utils", "common");

    static Stream<String> floors() {
        return FLOORS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("floors")
    void aFloorKnowsOnlyWhatLiesBelowIt(String floor) {
        Set<String> known = FLOORS.getOrDefault(floor, Set.of());
        classes()
                .that(stand("on floor " + floor, on -> on.equals(floor)))
                .should()
                .onlyDependOnClassesThat(
                        stand("outside, here or below", on -> on.isEmpty() || on.equals(floor) || known.contains(on)))
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void everyPackageHasItsFloor() {
        Set<String> standing = PROGRAM.stream()
                .map(WallsTest::floorOf)
                .filter(floor -> !floor.equals(TOP))
                .collect(toSet());

        assertThat(FLOORS.keySet()).containsAll(standing);
    }

    @Test
    void theWordsOfTheHouseNeedNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage(HOUSE + ".figure")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", HOUSE + ".figure", "org.jspecify.annotations")
                .check(PROGRAM);
    }

    @Test
    void leavesDoNotKnowEachOther() {
        for (String branch : List.of("collect", "notify")) {
            slices().matching(HOUSE + "." + branch + ".(*)..")
                    .should()
                    .notDependOnEachOther()
                    .allowEmptyShould(true)
                    .check(PROGRAM);
        }
    }

    @Test
    void packagesDoNotImportEachOtherInCircles() {
        slices().matching(HOUSE + ".(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void onlyTheTopAsksWhatTimeItIs() {
        onlyTopAsksTheTime().check(PROGRAM);
    }

    @Test
    void aReferenceToNowCountsAsAsking() {
        JavaClasses asking = new ClassFileImporter().importClasses(Asking.class);

        assertThat(onlyTopAsksTheTime().evaluate(asking).hasViolation()).isTrue();
    }

    @Test
    void everyPackageSaysThatNullStaysOutside() {
        Set<JavaPackage> packages = PROGRAM.stream().map(JavaClass::getPackage).collect(toSet());

        assertThat(packages).hasSizeGreaterThan(10).allSatisfy(each -> {
            assertThat(each.tryGetPackageInfo()).as(each.getName()).isPresent();
            assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as(each.getName())
                    .isTrue();
        });
    }

    @Test
    void namesSayTheThingAndNotItsJob() {
        assertThat(PROGRAM.stream().map(JavaClass::getSimpleName))
                .noneMatch(name -> JOB_NAMES.matcher(name).matches());
    }

    @Test
    void noPackageIsADrawerForOddments() {
        assertThat(PROGRAM.stream()
                        .flatMap(each -> Stream.of(each.getPackageName().split("\\."))))
                .doesNotContainAnyElementsOf(KNOTS);
    }

    @Test
    void aClassIsFinalUnlessItIsMadeToBeExtended() {
        classes()
                .that(new DescribedPredicate<JavaClass>("could be extended by chance") {
                    @Override
                    public boolean test(JavaClass each) {
                        return !each.isInterface()
                                && !each.isEnum()
                                && !each.isAnonymousClass()
                                && !each.isLocalClass()
                                && !each.getModifiers().contains(JavaModifier.ABSTRACT)
                                && !each.reflect().isSealed();
                    }
                })
                .should(new ArchCondition<>("be final") {
                    @Override
                    public void check(JavaClass each, ConditionEvents events) {
                        boolean closed = each.getModifiers().contains(JavaModifier.FINAL);
                        events.add(new SimpleConditionEvent(each, closed, each.getName() + " is not final"));
                    }
                })
                .check(PROGRAM);
    }

    private static ArchRule onlyTopAsksTheTime() {
        return noClasses()
                .that(stand("below the top", floor -> !floor.equals(TOP)))
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("the machine is asked what time it is") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return asksTheTime(access.getTarget());
                    }
                });
    }

    /** A method that takes a clock asks that clock, which was handed in. */
    private static boolean asksTheTime(AccessTarget target) {
        if (!(target instanceof AccessTarget.CodeUnitAccessTarget called)) {
            return false;
        }
        String owner = called.getOwner().getName();
        boolean handed = called.getRawParameterTypes().stream().anyMatch(each -> each.isEquivalentTo(Clock.class));
        boolean bare = called.getRawParameterTypes().isEmpty();
        return switch (owner) {
            case "java.lang.System" -> called.getName().equals("currentTimeMillis");
            case "java.util.Date", "java.util.GregorianCalendar" ->
                bare && called.getName().equals("<init>");
            case "java.util.Calendar" -> called.getName().equals("getInstance");
            default -> owner.startsWith("java.time.") && !handed && READINGS.contains(called.getName());
        };
    }

    private static DescribedPredicate<JavaClass> stand(String where, java.util.function.Predicate<String> floor) {
        return DescribedPredicate.describe(where, each -> floor.test(floorOf(each)));
    }

    /** The name of its package below the house, a source's own as {@code collect.*}; empty outside the house. */
    private static String floorOf(JavaClass each) {
        String name = each.getPackageName();
        if (!name.startsWith(HOUSE + ".")) {
            return name.equals(HOUSE) ? HOUSE : "";
        }
        String floor = name.substring(HOUSE.length() + 1);
        return floor.startsWith("collect.") ? "collect.*" : floor;
    }

    static final class Asking {
        Supplier<Instant> clock() {
            return Instant::now;
        }
    }
}
