package vn.thidua.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.ArchitectureRules;

/** The rules let good classes pass, and each finds the class that breaks it. */
class ArchitectureRulesTest {

    private static final String GOOD = "vn.thidua.platform.rules.good";
    private static final String BAD = "vn.thidua.platform.rules.bad";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPackages("vn.thidua.platform.rules.good", "vn.thidua.platform.rules.bad");

    @Test
    void goodClassesPass() {
        assertThatCode(() -> ArchitectureRules.check(CLASSES, GOOD)).doesNotThrowAnyException();
    }

    @Test
    void aContextWithoutClassesIsNoSuccess() {
        assertThatThrownBy(() -> ArchitectureRules.check(CLASSES, "vn.thidua.nowhere"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theDomainMayNeitherAskAClockNorKnowADatabase() {
        assertBroken(List.of(ArchitectureRules.domainRepeats(BAD)), "Instant.now", "UUID.randomUUID");
        assertBroken(List.of(ArchitectureRules.domainKnowsNothing(BAD)), "org.bson.Document");
    }

    @Test
    void aViewMayKnowNeitherContractsNorPublish() {
        assertBroken(List.of(ArchitectureRules.contractsStayAtTheBorder(BAD)), "SealedText");
        assertBroken(ArchitectureRules.arrows(BAD), "rules.bad.publish.Published");
    }

    @Test
    void nothingMayDropAnEventOrFillAViewOverItself() {
        assertBroken(ArchitectureRules.bans(BAD), "doNotEnqueue", "resetTokens");
    }

    private static void assertBroken(List<ArchRule> rules, String... finds) {
        String report = String.join(
                "\n",
                rules.stream()
                        .map(rule -> rule.evaluate(CLASSES).getFailureReport().toString())
                        .toList());
        assertThat(report).contains(finds);
    }
}
