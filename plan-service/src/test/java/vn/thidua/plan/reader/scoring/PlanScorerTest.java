package vn.thidua.plan.reader.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The yardstick itself. */
class PlanScorerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode GOLD = JSON.readTree("""
            {"documentNumber": "12/KH-UBND", "issuingUnit": "UBND xã An Lạc", "place": "An Lạc",
             "issueDate": {"day": 5, "month": null, "year": 2025}, "title": "Kế hoạch thi đua năm 2025", "year": 2025,
             "theme": null,
             "legalBases": [{"type": "Luật", "number": "06/2022/QH15", "date": "2022-06-15", "issuer": null}],
             "implementsDocuments": [],
             "tasks": [
               {"ordinal": "II.1", "text": "Phát động phong trào thi đua trong toàn xã", "quarter": 1,
                "dueFrom": null, "dueTo": null, "lead": ["Phòng Văn hóa"], "executors": [], "coordinators": []},
               {"ordinal": "II.2", "text": "Tổng kết phong trào và đề nghị khen thưởng", "quarter": null,
                "dueFrom": null, "dueTo": "2025-11-30", "lead": [], "executors": ["Các thôn"],
                "coordinators": ["Ủy ban Mặt trận Tổ quốc xã"]}],
             "namedCampaigns": ["Dân vận khéo"], "recipients": ["Như trên", "Lưu: VT"],
             "numericTargets": [{"text": "ít nhất 90% hộ đạt gia đình văn hóa", "value": 90, "unit": "%",
                                 "comparator": ">=", "byYear": null}],
             "reportDeadlines": [{"kind": "6 tháng", "due": "2025-06-10"}],
             "signatory": {"position": "PHÓ CHỦ TỊCH", "name": "Lê Văn Tám"}}""");

    @Test
    void anAnswerIsRightWhenComparedWithItself() {
        assertThat(PlanScorer.score(GOLD, GOLD).total()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theAnswersOfAllFixturesAreRightWhenComparedWithThemselves() {
        for (Fixture fixture : Fixture.tune()) {
            assertThat(PlanScorer.score(fixture.gold(), fixture.gold()).total())
                    .as(fixture.name())
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void nothingAtAllScoresLittle() {
        assertThat(PlanScorer.score(GOLD, JSON.createObjectNode()).total()).isLessThan(0.3);
    }

    @Test
    void aWrongYearCostsTheYearAndNothingElse() {
        ObjectNode plan = copy();
        plan.put("year", 2024);

        assertThat(wrong(plan)).containsExactly(Map.entry("year", 0.0));
    }

    @Test
    void aBlankMonthMustStayBlank() {
        ObjectNode plan = copy();
        ((ObjectNode) plan.path("issueDate")).put("month", 5);

        assertThat(wrong(plan)).containsOnlyKeys("issueDate");
        assertThat(wrong(plan).getOrDefault("issueDate", 1.0)).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void writtenOutInOtherLettersItIsTheSame() {
        ObjectNode plan = copy();
        plan.put("issuingUnit", "ỦY BAN NHÂN DÂN XÃ AN LẠC");
        plan.putArray("recipients").add("- Như trên;").add("- Lưu: VT.");
        plan.putArray("namedCampaigns").add("Phong trào thi đua “Dân vận khéo”");

        assertThat(wrong(plan)).isEmpty();
    }

    @Test
    void theOrderOfTasksDoesNotMatter() {
        ObjectNode plan = copy();
        List<JsonNode> tasks = List.copyOf(Answers.list(plan.path("tasks"))).reversed();
        ArrayNode reversed = plan.putArray("tasks");
        tasks.forEach(reversed::add);

        assertThat(wrong(plan)).isEmpty();
    }

    @Test
    void anotherUnitMakesATaskWrongAsAWhole() {
        ObjectNode plan = copy();
        ((ObjectNode) plan.path("tasks").path(0)).putArray("lead").add("Trạm Y tế");

        // one of two tasks is whole: (partial + 0.5) / 2, and the partial one loses 0.8 of its 0.20 for the units
        assertThat(PlanScorer.score(GOLD, plan).fields().getOrDefault("tasks", 0.0))
                .isCloseTo(((2 - 0.16) / 2 + 0.5) / 2, within(1e-9));
    }

    @Test
    void aTaskThatIsNotThereCosts() {
        ObjectNode plan = copy();
        ((ArrayNode) plan.path("tasks")).addObject().put("text", "Quy hoạch mạng lưới chợ và bến bãi vận tải");

        assertThat(PlanScorer.score(GOLD, plan).fields().getOrDefault("tasks", 0.0))
                .isCloseTo(0.8, within(1e-9));
    }

    @Test
    void anOptionalItemNeitherGainsNorCosts() {
        ObjectNode gold = copy();
        gold.putObject("_optionalItems").putArray("recipients").add("Các đoàn thể");
        ObjectNode plan = copy();
        ((ArrayNode) plan.path("recipients")).add("Các đoàn thể");

        assertThat(PlanScorer.score(gold, plan).total()).isCloseTo(1, within(1e-9));
        assertThat(PlanScorer.score(gold, GOLD).total()).isCloseTo(1, within(1e-9));
        assertThat(wrong(plan)).containsOnlyKeys("recipients");
    }

    @Test
    void anAcceptedValueIsAsRightAsTheOneGiven() {
        ObjectNode gold = copy();
        gold.putObject("_accept").putArray("place").add("Tân An");
        ObjectNode plan = copy();
        plan.put("place", "Tân An");

        assertThat(PlanScorer.score(gold, plan).total()).isCloseTo(1, within(1e-9));
        assertThat(wrong(plan)).containsOnlyKeys("place");
    }

    @Test
    void twoSequencesShareTheirLongestBlocks() {
        // "abcd" is longer than "xy"; left of it nothing is shared
        assertThat(LongestBlocks.ratio(Words.letters("xyabcd"), Words.letters("abcdxy")))
                .isCloseTo(2.0 * 4 / 12, within(1e-9));
        assertThat(LongestBlocks.ratioOfBags(Words.letters("xyabcd"), Words.letters("abcdxy")))
                .isEqualTo(1);
        assertThat(LongestBlocks.ratio(Words.letters("abc"), Words.letters("xyz")))
                .isZero();
    }

    private static ObjectNode copy() {
        return (ObjectNode) GOLD.deepCopy();
    }

    private static Map<String, Double> wrong(JsonNode plan) {
        Map<String, Double> fields = new TreeMap<>(PlanScorer.score(GOLD, plan).fields());
        fields.values().removeIf(score -> score > 1 - 1e-9);
        return fields;
    }
}
