package vn.thidua.plan.reader.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.source.SourceRange;

/** Every value can be shown where it was read. */
class SourcesTest {

    static List<Fixture> tuned() {
        return Fixture.tune();
    }

    static List<Fixture> firstSeen() {
        return Fixture.firstSeen();
    }

    @ParameterizedTest
    @MethodSource("tuned")
    void everyValueStandsInItsSources(Fixture fixture) {
        assertThat(SourceCheck.violations(fixture.proposal(), fixture.json())).isEmpty();
    }

    /** The number alone: what is wrong in these documents is nobody's business. */
    @ParameterizedTest
    @MethodSource("firstSeen")
    void everyValueStandsInItsSourcesInDocumentsNeverSeenBefore(Fixture fixture) {
        assertThat(SourceCheck.violations(fixture.proposal(), fixture.json()).size())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("tuned")
    void noPathLeadsToNothing(Fixture fixture) {
        JsonNode json = fixture.json();

        assertThat(fixture.proposal().sources().keySet())
                .isNotEmpty()
                .filteredOn(path -> Answers.blank(
                        json.at("/" + path.replaceAll("[.\\[]", "/").replace("]", ""))))
                .isEmpty();
    }

    @Test
    void aRowTornOverAPageHasTwoRangesAndTheRepeatedHeadingIsInNeither() {
        Fixture fixture = Fixture.tune().stream()
                .filter(one -> one.name().equals("ward-tab-table-torn-crlf"))
                .findAny()
                .orElseThrow();
        PlanProposal plan = fixture.proposal();

        List<List<SourceRange>> torn = plan.sources().entrySet().stream()
                .filter(entry -> entry.getKey().matches("tasks\\[\\d+]\\.text"))
                .map(entry -> entry.getValue())
                .filter(ranges -> ranges.size() > 1)
                .toList();

        assertThat(torn).isNotEmpty().allSatisfy(ranges -> {
            String between = plan.text()
                    .substring(ranges.getFirst().end(), ranges.getLast().start());
            assertThat(between).containsIgnoringCase("nội dung");
        });
    }
}
