package vn.thidua.plan.reader.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Citations, campaigns, targets, reports and recipients. */
final class ListScores {
    private static final Pattern CAMPAIGN_HEAD = Pattern.compile("^(phong trào )?(thi đua )?(đặc biệt )?(?=\\S)");
    private static final Pattern PERIOD = Pattern.compile(" +giai đoạn \\d{4} \\d{4}$");
    private static final Map<String, String> COMPARATORS = Map.of("≥", ">=", "≤", "<=", "==", "=");
    private static final Pattern PHASE = Pattern.compile("đợt\\s*(\\d)");
    /** The first that is found tells the kind of a report. */
    private static final List<Map.Entry<Pattern, String>> REPORTS = List.of(
            Map.entry(Pattern.compile("6 tháng|sơ kết|six|half|semi|giữa năm|bán niên"), "half"),
            Map.entry(Pattern.compile("quý|quarter"), "quarter"),
            Map.entry(Pattern.compile("hồ sơ|khen|dossier|award"), "dossier"),
            Map.entry(Pattern.compile("sáng kiến|initiative"), "initiative"),
            Map.entry(
                    Pattern.compile("(?<![\\p{L}\\p{N}_])năm(?![\\p{L}\\p{N}_])|tổng kết|annual|year|final|cuối năm"),
                    "year"),
            Map.entry(Pattern.compile("tháng|month"), "month"));

    private ListScores() {}

    static double citations(JsonNode gold, JsonNode plan, String key) {
        return Pairing.score(
                Answers.list(gold.path(key)),
                Answers.optional(gold, key),
                Answers.list(plan.path(key)),
                ListScores::alikeCitations,
                0.6,
                ListScores::citation);
    }

    private static double alikeCitations(JsonNode gold, JsonNode cited) {
        String want = Answers.documentNumber(gold.path("number"));
        String got = Answers.documentNumber(cited.path("number"));
        String wantDate = Answers.text(gold, "date");
        String gotDate = Answers.text(cited, "date");
        boolean sameDate = Objects.equals(wantDate, gotDate);
        boolean type = sameType(gold, cited);
        if (want != null && got != null) {
            return want.equals(got) ? 1.0 : Likeness.ofLetters(want, got) >= 0.85 && sameDate ? 0.7 : 0.0;
        }
        if (want != null || got != null) {
            return wantDate != null && sameDate && type ? 0.65 : 0.0;
        }
        return type && sameDate ? 0.95 : type && (wantDate == null || gotDate == null) ? 0.6 : 0.0;
    }

    private static boolean sameType(JsonNode gold, JsonNode cited) {
        String want = Words.even(Answers.text(gold, "type"));
        String got = Words.even(Answers.text(cited, "type"));
        return !got.isEmpty() && (want.contains(got) || got.contains(want));
    }

    private static double citation(JsonNode gold, JsonNode cited) {
        boolean number = Objects.equals(
                Answers.documentNumber(gold.path("number")), Answers.documentNumber(cited.path("number")));
        boolean date = Answers.accepted(gold, "date").stream()
                .anyMatch(value -> Objects.equals(Answers.text(value), Answers.text(cited, "date")));
        boolean issuer = Answers.accepted(gold, "issuer").stream().anyMatch(value -> {
            JsonNode got = cited.path("issuer");
            return Answers.blank(value) || Answers.blank(got)
                    ? Answers.blank(value) && Answers.blank(got)
                    : Likeness.ofUnits(value.asString(), got.asString()) > 0.9;
        });
        return (number ? 0.5 : 0) + (date ? 0.25 : 0) + (issuer ? 0.15 : 0) + (sameType(gold, cited) ? 0.10 : 0);
    }

    static double campaigns(JsonNode gold, JsonNode plan) {
        Set<String> known = new HashSet<>();
        List<String> named = new ArrayList<>(Answers.strings(plan.path("namedCampaigns")));
        named.removeIf(name -> campaign(name).isEmpty() || !known.add(campaign(name)));
        return names(gold, "namedCampaigns", named, ListScores::campaign);
    }

    static double recipients(JsonNode gold, JsonNode plan) {
        List<String> named = new ArrayList<>(Answers.strings(plan.path("recipients")));
        named.removeIf(name -> Words.unit(name).isEmpty());
        return names(gold, "recipients", named, Words::unit);
    }

    private static double names(JsonNode gold, String key, List<String> named, UnaryOperator<String> bare) {
        List<String> optional =
                Answers.optional(gold, key).stream().map(JsonNode::asString).toList();
        return Pairing.score(
                Answers.strings(gold.path(key)),
                optional,
                named,
                (want, got) -> Likeness.ofLetters(bare.apply(want), bare.apply(got)),
                0.9,
                (want, got) -> 1.0);
    }

    private static String campaign(String name) {
        String plain = Words.plain(name);
        String bare =
                plain.startsWith("phong trào") ? CAMPAIGN_HEAD.matcher(plain).replaceFirst("") : plain;
        return PERIOD.matcher(bare).replaceFirst("");
    }

    static double targets(JsonNode gold, JsonNode plan) {
        return Pairing.score(
                Answers.list(gold.path("numericTargets")),
                Answers.optional(gold, "numericTargets"),
                Answers.list(plan.path("numericTargets")),
                ListScores::alikeTargets,
                0.55,
                ListScores::target);
    }

    private static double targetText(JsonNode gold, JsonNode target) {
        String want = Answers.text(gold, "text");
        String got = Answers.text(target, "text");
        double contained = Likeness.contains(got, want) || Likeness.contains(want, got) ? 0.9 : 0;
        return Math.max(Likeness.ofTexts(want, got), contained);
    }

    private static double alikeTargets(JsonNode gold, JsonNode target) {
        double text = targetText(gold, target);
        boolean value = Answers.anySame(gold, "value", target);
        return value && text >= 0.3 ? 0.5 + 0.5 * text : text >= 0.75 ? text : 0.0;
    }

    private static double target(JsonNode gold, JsonNode target) {
        String unit = Words.plain(Answers.text(target, "unit"));
        String comparator = comparator(target.path("comparator"));
        double quality = Answers.anySame(gold, "value", target) ? 0.4 : 0;
        quality += 0.15 * Math.min(1, targetText(gold, target) / 0.9);
        quality += Answers.accepted(gold, "unit").stream()
                        .anyMatch(value -> Words.plain(Answers.text(value)).equals(unit))
                ? 0.15
                : 0;
        quality += Answers.accepted(gold, "comparator").stream()
                        .anyMatch(value -> comparator(value).equals(comparator))
                ? 0.2
                : 0;
        quality += Answers.anySame(gold, "byYear", target) ? 0.1 : 0;
        boolean otherEnd = gold.has("valueMax") && !Answers.same(gold.path("valueMax"), target.path("valueMax"));
        return otherEnd ? quality - 0.15 : quality;
    }

    private static String comparator(JsonNode value) {
        String even = Words.even(Answers.text(value));
        return COMPARATORS.getOrDefault(even, even);
    }

    static double reports(JsonNode gold, JsonNode plan) {
        List<JsonNode> due = new ArrayList<>(Answers.list(plan.path("reportDeadlines")));
        due.removeIf(report -> Answers.blank(report.path("due")));
        return Pairing.score(
                Answers.list(gold.path("reportDeadlines")),
                Answers.optional(gold, "reportDeadlines"),
                due,
                ListScores::alikeReports,
                0.7,
                (want, got) -> alikeReports(want, got) == 1.0 ? 1.0 : 0.5);
    }

    private static double alikeReports(JsonNode gold, JsonNode report) {
        if (!Objects.equals(Answers.text(gold, "due"), Answers.text(report, "due"))) {
            return 0;
        }
        return kind(Answers.text(gold, "kind")).equals(kind(Answers.text(report, "kind"))) ? 1.0 : 0.8;
    }

    private static String kind(@Nullable String words) {
        String even = Words.even(words);
        Matcher phase = PHASE.matcher(even);
        if (phase.find()) {
            return "phase" + phase.group(1);
        }
        for (Map.Entry<Pattern, String> kind : REPORTS) {
            if (kind.getKey().matcher(even).find()) {
                return kind.getValue();
            }
        }
        return even;
    }
}
