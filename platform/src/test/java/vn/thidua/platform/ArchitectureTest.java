package vn.thidua.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.eventstore.EventLog;

/** The spine knows no context, and each of its packages only what it needs. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(EventLog.class.getProtectionDomain().getCodeSource().getLocation());

    /** Words of the contexts. A name with one of them shows that something of theirs has come here. */
    private static final Pattern DOMAIN_WORDS = Pattern.compile(
            "(?i)(emulation|commendation|campaign|cluster|criteri|dossier|council|ballot|certificate|award|decision|"
                    + "pledge|registration|inspection|village|commune|district|province|initiative)");

    /** What all contexts share in the module of the contracts. */
    private static final Set<String> WITHOUT_A_CONTEXT =
            Set.of("ContractEvent", "ContractTypes", "Builder", "SealedText", "Topics");

    @Test
    void thereIsSomethingToCheck() {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().endsWith(".eventstore")))
                .hasSizeGreaterThan(20);
    }

    @Test
    void itKnowsNoContext() {
        noClasses()
                .that()
                // the unit as the scope of a right is the one word of a context that the spine has
                .resideOutsideOfPackage("vn.thidua.platform.scope..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("of a context") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith("vn.thidua.")
                                && !type.getPackageName().startsWith("vn.thidua.platform")
                                && !WITHOUT_A_CONTEXT.contains(type.getSimpleName());
                    }
                })
                .check(CLASSES);
    }

    @Test
    void theTreeOfUnitsIsFedFromItsContractAlone() {
        noClasses()
                .that()
                .resideInAPackage("vn.thidua.platform.scope..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("of another context") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith("vn.thidua.")
                                && !type.getPackageName().startsWith("vn.thidua.platform")
                                && !WITHOUT_A_CONTEXT.contains(type.getSimpleName())
                                && !type.getName().startsWith("vn.thidua.contracts.OrganizationContract");
                    }
                })
                .check(CLASSES);
    }

    @Test
    void noNameSpeaksOfAContext() {
        List<String> names = CLASSES.stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getSimpleName()),
                        Stream.concat(
                                type.getMethods().stream().map(method -> method.getName()),
                                type.getFields().stream().map(field -> field.getName()))))
                .toList();
        // the roles are those that the rights of all contexts are made of
        assertThat(names)
                .filteredOn(name -> !name.equals("VILLAGE_HEAD"))
                .noneMatch(name -> DOMAIN_WORDS.matcher(name).find());
    }

    @Test
    void theEventStoreStandsOnTheDriverAndAxonAlone() {
        classes()
                .that()
                .resideInAPackage("vn.thidua.platform.eventstore")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.axonframework..",
                        "org.slf4j",
                        "org.jspecify..",
                        "vn.thidua.platform.eventstore")
                .check(CLASSES);
    }

    @Test
    void nobodyInTheSpineNeedsWhatRunsOnOneMachine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.thidua.platform.embedded")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "de.bwaldvogel..",
                        "org.h2..",
                        "kafka..",
                        "org.apache.kafka.metadata..",
                        "vn.thidua.platform.embedded")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .distinct()
                    .toList();
            assertThat(packages).isNotEmpty().allSatisfy(name -> {
                Package loaded = Class.forName(name + ".package-info").getPackage();
                assertThat(loaded.isAnnotationPresent(NullMarked.class))
                        .as(name)
                        .isTrue();
            });
        }
    }
}
