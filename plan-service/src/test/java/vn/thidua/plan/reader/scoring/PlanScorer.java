package vn.thidua.plan.reader.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares a proposal with the answer written by hand. Only fields the answer has are scored. In an answer, {@code
 * _optionalItems} and {@code _optionalUnits} are tolerated extras, {@code _accept} lists further right values.
 */
public final class PlanScorer {
    private static final Pattern TITLE_HEAD = Pattern.compile("^(kế hoạch|v/v|về việc|chủ đề)\\s*:?\\s*");
    private static final Pattern NOT_IN_POSITION = Pattern.compile("[^\\p{L}\\p{N}_.]+");
    private static final Pattern ON_BEHALF = Pattern.compile(
            "^tm\\.? ?(ủy ban nhân dân|khối thi đua)?( (xã|phường|huyện|tỉnh|thị xã|thành phố)( [\\p{L}\\p{N}_]+){0,3})?"
                    + "(?= (kt|q|quyền|chủ|phó|khối|giám)|$)");
    private static final Pattern DEPUTISING = Pattern.compile("^kt\\.? ?(chủ tịch|giám đốc|trưởng [\\p{L}\\p{N}_]+) ");

    /** How much each field counts. */
    private enum Field {
        documentNumber(5),
        issuingUnit(4),
        place(3),
        issueDate(5),
        title(5),
        year(4),
        theme(3),
        legalBases(8),
        implementsDocuments(7),
        tasks(32),
        namedCampaigns(6),
        numericTargets(6),
        reportDeadlines(5),
        recipients(5),
        signatory(5);

        private final int weight;

        Field(int weight) {
            this.weight = weight;
        }
    }

    private PlanScorer() {}

    /**
     * @param total 0 to 1
     * @param fields the same per field, in the order of the proposal
     */
    public record Score(double total, Map<String, Double> fields) {
        /** The fields that are not all right, worst first, at most {@code most} of them. */
        public List<String> weakest(int most) {
            return fields.entrySet().stream()
                    .filter(field -> field.getValue() < 0.9995)
                    .sorted(Map.Entry.comparingByValue())
                    .limit(most)
                    .map(field -> "%s %.3f".formatted(field.getKey(), field.getValue()))
                    .toList();
        }
    }

    public static Score score(JsonNode gold, JsonNode plan) {
        Map<String, Double> fields = new LinkedHashMap<>();
        double gained = 0;
        int weight = 0;
        for (Field field : Field.values()) {
            if (gold.has(field.name())) {
                double score = score(field, gold, plan);
                fields.put(field.name(), score);
                gained += field.weight * score;
                weight += field.weight;
            }
        }
        return new Score(weight == 0 ? 1.0 : gained / weight, fields);
    }

    private static double score(Field field, JsonNode gold, JsonNode plan) {
        return switch (field) {
            case documentNumber -> documentNumber(gold, plan);
            case issuingUnit, place -> best(gold, plan, field, PlanScorer::name);
            case title, theme -> best(gold, plan, field, PlanScorer::text);
            case issueDate -> issueDate(gold.path("issueDate"), plan.path("issueDate"));
            case year -> Answers.anySame(gold, "year", plan) ? 1 : 0;
            case legalBases, implementsDocuments -> ListScores.citations(gold, plan, field.name());
            case tasks -> TaskScore.of(gold, plan);
            case namedCampaigns -> ListScores.campaigns(gold, plan);
            case numericTargets -> ListScores.targets(gold, plan);
            case reportDeadlines -> ListScores.reports(gold, plan);
            case recipients -> ListScores.recipients(gold, plan);
            case signatory -> signatory(gold, plan.path("signatory"));
        };
    }

    private static double documentNumber(JsonNode gold, JsonNode plan) {
        String got = Answers.documentNumber(plan.path("documentNumber"));
        return Answers.accepted(gold, "documentNumber").stream().anyMatch(value -> {
                    String want = Answers.documentNumber(value);
                    return want == null ? got == null : want.equals(got);
                })
                ? 1
                : 0;
    }

    private interface Comparison {
        double score(String want, String got);
    }

    private static double best(JsonNode gold, JsonNode plan, Field field, Comparison comparison) {
        JsonNode got = plan.path(field.name());
        double best = 0;
        for (JsonNode want : Answers.accepted(gold, field.name())) {
            boolean oneIsBlank = Answers.blank(want) || Answers.blank(got);
            boolean bothAreBlank = Answers.blank(want) && Answers.blank(got);
            best = Math.max(
                    best, oneIsBlank ? (bothAreBlank ? 1 : 0) : comparison.score(want.asString(), got.asString()));
        }
        return best;
    }

    private static double name(String want, String got) {
        String x = Words.unit(want);
        String y = Words.unit(got);
        if (x.equals(y) || Likeness.ofLetters(x, y) >= 0.94 && x.length() > 8) {
            return 1;
        }
        return y.contains(x) || x.contains(y) ? 0.5 : 0;
    }

    private static double text(String want, String got) {
        double like = Likeness.ofTexts(withoutHead(want), withoutHead(got));
        return like >= 0.8 ? like : 0;
    }

    private static String withoutHead(String title) {
        return Words.stripped(
                TITLE_HEAD.matcher(Words.even(title)).replaceFirst("").strip(), "\" .");
    }

    private static double issueDate(JsonNode gold, JsonNode date) {
        return List.of("day", "month", "year").stream()
                        .filter(part -> Answers.same(gold.path(part), date.path(part)))
                        .count()
                / 3.0;
    }

    private static double signatory(JsonNode gold, JsonNode signatory) {
        JsonNode want = gold.path("signatory");
        String got = position(Answers.text(signatory, "position"));
        List<JsonNode> positions = Answers.accepted(gold, "position");
        positions.set(0, want.path("position"));
        boolean position = positions.stream()
                .anyMatch(value -> position(Answers.text(value)).equals(got));
        boolean name = Words.even(Answers.text(want, "name")).equals(Words.even(Answers.text(signatory, "name")));
        return (position ? 0.4 : 0) + (name ? 0.6 : 0);
    }

    private static String position(@Nullable String words) {
        String plain = NOT_IN_POSITION.matcher(Words.even(words)).replaceAll(" ");
        String own = ON_BEHALF.matcher(plain).replaceFirst("").strip();
        return DEPUTISING.matcher(own).replaceFirst("").strip();
    }
}
