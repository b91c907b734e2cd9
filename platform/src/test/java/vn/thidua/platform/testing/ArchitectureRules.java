package vn.thidua.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The six packages of a context and the arrows between them. A module's own test applies them to each of its contexts:
 *
 * <pre>{@code
 * ArchitectureRules.check(new ClassFileImporter().importPath("target/classes"), "vn.thidua.organization");
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String PLATFORM = "vn.thidua.platform..";
    private static final String VALUES = "vn.thidua.platform.values";
    private static final String CONTRACTS = "vn.thidua.contracts..";

    /** The six steps, and for each the others that it may know. */
    private static final List<Step> STEPS = List.of(
            new Step("domain"),
            new Step("api", "domain", "view"),
            new Step("view", "domain"),
            new Step("publish", "domain"),
            new Step("consume", "domain", "view"),
            new Step("react", "domain"));

    /** What differs from call to call: time and ids are arguments of the domain. */
    private static final Set<String> UNREPEATABLE = Set.of(
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.time.ZoneId.systemDefault");

    private record Step(String name, List<String> mayKnow) {
        Step(String name, String... mayKnow) {
            this(name, List.of(mayKnow));
        }
    }

    private ArchitectureRules() {}

    /** Checks all rules; fails if no class of the context is there. */
    public static void check(JavaClasses classes, String context) {
        if (classes.stream().noneMatch(type -> type.getPackageName().startsWith(context))) {
            throw new AssertionError("no class of " + context + " to check");
        }
        of(context).forEach(rule -> rule.check(classes));
    }

    /** @param context its package, as {@code vn.thidua.organization} */
    public static List<ArchRule> of(String context) {
        List<ArchRule> rules = new ArrayList<>(arrows(context));
        rules.add(domainKnowsNothing(context));
        rules.add(domainRepeats(context));
        rules.add(contractsStayAtTheBorder(context));
        rules.add(noOtherContext(context));
        rules.addAll(bans(context));
        return List.copyOf(rules);
    }

    /** Who may know whom among the six. */
    public static List<ArchRule> arrows(String context) {
        return STEPS.stream()
                .map(step -> {
                    String[] forbidden = STEPS.stream()
                            .map(Step::name)
                            .filter(other -> !other.equals(step.name())
                                    && !step.mayKnow().contains(other))
                            .map(other -> in(context, other))
                            .toArray(String[]::new);
                    return (ArchRule) noClasses()
                            .that()
                            .resideInAPackage(in(context, step.name()))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .allowEmptyShould(true)
                            .as(step.name() + " of " + context + " knows nothing of the six but " + step.mayKnow());
                })
                .toList();
    }

    /** Spring, databases, Kafka, JSON and contracts are not the domain's business. */
    public static ArchRule domainKnowsNothing(String context) {
        return classes()
                .that()
                .resideInAPackage(in(context, "domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        in(context, "domain"),
                        VALUES,
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.text..",
                        // derived ids
                        "java.nio",
                        "java.nio.charset",
                        "java.security",
                        "org.jspecify..",
                        "com.google.errorprone.annotations..",
                        "org.axonframework.modelling..",
                        "org.axonframework.commandhandling..",
                        "org.axonframework.eventsourcing..",
                        "org.axonframework.messaging..",
                        "org.axonframework.serialization")
                .allowEmptyShould(true)
                .as("domain of " + context + " knows only Axon's modelling and the platform's values");
    }

    /** No clock, no chance, no environment. */
    public static ArchRule domainRepeats(String context) {
        return noClasses()
                .that()
                .resideInAPackage(in(context, "domain"))
                .should()
                .accessTargetWhere(calls("that differs from call to call", target -> {
                    String owner = target.getTarget().getOwner().getName();
                    String name = target.getTarget().getName();
                    return UNREPEATABLE.contains(owner + "." + name)
                            || (owner.startsWith("java.time.") && name.equals("now"))
                            || owner.equals("java.util.Random")
                            || owner.equals("java.security.SecureRandom");
                }))
                .allowEmptyShould(true)
                .as("domain of " + context + " gets time and ids as arguments");
    }

    /** Contract events are made by {@code publish} and read by {@code consume}. */
    public static ArchRule contractsStayAtTheBorder(String context) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        in(context, "domain"), in(context, "api"), in(context, "view"), in(context, "react"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CONTRACTS)
                .allowEmptyShould(true)
                .as("only publish and consume of " + context + " know contracts");
    }

    /** Contexts meet in contracts alone, also within one module. */
    public static ArchRule noOtherContext(String context) {
        return noClasses()
                .that()
                .resideInAPackage(context + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("vn.thidua..")
                        .and(not(resideInAnyPackage(context + "..", PLATFORM, CONTRACTS))))
                .allowEmptyShould(true)
                .as(context + " knows no other context");
    }

    /** What would drop an event, or fill a view over itself. */
    public static List<ArchRule> bans(String root) {
        return Stream.of(
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .should()
                                .accessTargetWhere(calls("that drops an event", access -> {
                                    String owner = access.getTarget().getOwner().getName();
                                    String name = access.getTarget().getName();
                                    return owner.equals("org.axonframework.messaging.deadletter.Decisions")
                                            && (name.equals("doNotEnqueue")
                                                    || name.equals("ignore")
                                                    || name.equals("evict"));
                                }))
                                .allowEmptyShould(true)
                                .as("no failure of " + root + " drops an event: it is thrown"),
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .should()
                                .accessTargetWhere(calls(
                                        "of resetTokens",
                                        access -> access.getTarget().getName().equals("resetTokens")))
                                .allowEmptyShould(true)
                                .as("views of " + root + " are rebuilt beside, not over"))
                .map(ArchRule.class::cast)
                .toList();
    }

    private static DescribedPredicate<JavaAccess<?>> calls(
            String description, java.util.function.Predicate<JavaAccess<?>> predicate) {
        return DescribedPredicate.describe("a call " + description, predicate);
    }

    private static String in(String context, String step) {
        return context + "." + step + "..";
    }
}
