package vn.thidua.plan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.platform.testing.ArchitectureRules;

/** Which part may know which. */
class ArchitectureTest {
    private static final String READER = "vn.thidua.plan.reader..";
    private static final String COMMAND = "vn.thidua.plan.reader.command..";
    /** From where the service itself lies, so that no test is among them. */
    private static final JavaClasses CODE = new ClassFileImporter()
            .importUrl(Budget.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void allCodeIsSeen() {
        assertThat(CODE.contain(Budget.class)).isTrue();
    }

    @Test
    void theStepsOfTheFlowKnowEachOtherAsDecided() {
        ArchitectureRules.check(CODE, "vn.thidua.plan");
    }

    @Test
    void theReaderNeedsNothingOfTheServiceAroundIt() {
        // no Spring, no Axon, no database, no broker: a list of what it may know leaves no gap
        classes()
                .that()
                .resideInAPackage(READER)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        READER,
                        "java..",
                        "javax.xml..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "org.jspecify..",
                        "tools.jackson.core..",
                        "org.apache.pdfbox..",
                        "org.apache.fontbox..")
                .check(CODE);
    }

    @Test
    void theDocumentModelDoesNotKnowHowFilesAreTakenIn() {
        noClasses()
                .that()
                .resideInAPackage("vn.thidua.plan.reader.source..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(READER).and(not(resideInAPackage("vn.thidua.plan.reader.source.."))))
                .check(CODE);
    }

    @ParameterizedTest
    @CsvSource({"docx,pdf", "docx,text", "pdf,docx", "pdf,text", "text,docx", "text,pdf"})
    void aKindOfFileDoesNotKnowAnother(String one, String other) {
        noClasses()
                .that()
                .resideInAPackage("vn.thidua.plan.reader.intake." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.thidua.plan.reader.intake." + other + "..")
                .check(CODE);
    }

    @Test
    void onlyTheReaderOfPdfKnowsPdfBox() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.thidua.plan.reader.intake.pdf..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
                .check(CODE);
    }

    @Test
    void onlyTheCommandPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(COMMAND)
                .should(ACCESS_STANDARD_STREAMS)
                .check(CODE);
    }

    @Test
    void theReaderTakesTheDateFromOutside() {
        noClasses()
                .that()
                .resideInAPackage(READER)
                .and()
                .resideOutsideOfPackage(COMMAND)
                .should()
                .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, Clock.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    @Test
    void onlyTheBudgetLooksAtTheTimer() {
        noClasses()
                .that()
                .resideInAPackage(READER)
                .and()
                .resideOutsideOfPackage(COMMAND)
                .and()
                .doNotBelongToAnyOf(Budget.class)
                .should()
                .callMethod(System.class, "nanoTime")
                .check(CODE);
    }

    @Test
    void theReaderGivesTheSameAnswerEveryTime() {
        noClasses()
                .that()
                .resideInAPackage(READER)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(CODE);
    }

    @Test
    void everyPackageSaysThatNothingIsNull() {
        classes().should(liveInANullMarkedPackage()).check(CODE);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package with a @NullMarked package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getFullName() + ": no @NullMarked in " + type.getPackageName()));
                }
            }
        };
    }
}
