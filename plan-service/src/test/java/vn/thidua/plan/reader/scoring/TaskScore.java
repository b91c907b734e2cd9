package vn.thidua.plan.reader.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tasks: the mean of two F1 values, one with partial credit, one that counts only tasks right in text, dates and all
 * bodies. A heading may be given as its sub-items instead ({@code _altChildren}).
 */
final class TaskScore {
    private static final Pattern ORDINAL_END = Pattern.compile("[ ./):]+$");

    private final List<JsonNode> required;
    private final List<JsonNode> every;
    private final List<JsonNode> actual;
    private final TaskTime time;

    private TaskScore(JsonNode gold, JsonNode plan) {
        this.required = Answers.list(gold.path("tasks"));
        this.every = new ArrayList<>(required);
        every.addAll(Answers.optional(gold, "tasks"));
        this.actual = Answers.list(plan.path("tasks"));
        this.time = new TaskTime(Answers.text(gold, "year"));
    }

    static double of(JsonNode gold, JsonNode plan) {
        return new TaskScore(gold, plan).score();
    }

    /** What a pair is worth in part, and whether it is right as a whole. */
    private record Worth(double partial, double whole) {
        static final Worth NOTHING = new Worth(0, 0);
    }

    private double score() {
        // one pairing over both kinds, so that a sub-item is not eaten by its heading
        Map<Integer, Integer> pairs = Pairing.of(every, actual, TaskScore::alike, 0.62);
        Map<Integer, Worth> worth = new HashMap<>();
        pairs.forEach((i, j) -> worth.put(i, worth(every.get(i), actual.get(j))));
        Map<@Nullable String, Integer> optional = new HashMap<>();
        for (int i = required.size(); i < every.size(); i++) {
            optional.put(Answers.text(every.get(i), "ordinal"), i);
        }
        double partial = 0;
        double whole = 0;
        int found = 0;
        int bySubItems = 0;
        for (int i = 0; i < required.size(); i++) {
            Worth own = worth.get(i);
            if (own == null) {
                own = subItems(required.get(i), optional, worth);
                bySubItems +=
                        own.partial >= 0.5 && !Answers.blank(required.get(i).path("_altChildren")) ? 1 : 0;
            } else {
                found++;
            }
            partial += own.partial;
            whole += own.whole;
        }
        int counted = found + actual.size() - new HashSet<>(pairs.values()).size();
        if (counted == 0 && partial > 0) {
            counted = required.size();
        }
        double inPart = Pairing.f1(partial, required.size(), counted + bySubItems);
        return required.isEmpty() ? inPart : (inPart + Pairing.f1(whole, required.size(), counted + bySubItems)) / 2;
    }

    private static Worth subItems(
            JsonNode heading, Map<@Nullable String, Integer> optional, Map<Integer, Worth> worth) {
        double partial = 0;
        double whole = 0;
        int items = 0;
        for (String ordinal : Answers.strings(heading.path("_altChildren"))) {
            Integer item = optional.get(ordinal);
            if (item != null) {
                items++;
                partial += worth.getOrDefault(item, Worth.NOTHING).partial;
                whole += worth.getOrDefault(item, Worth.NOTHING).whole;
            }
        }
        return items == 0 ? Worth.NOTHING : new Worth(partial / items, whole / items);
    }

    private Worth worth(JsonNode gold, JsonNode task) {
        double text = texts(gold, task).text;
        double when = time.score(gold, task);
        List<String> optional = new ArrayList<>();
        gold.path("_optionalUnits").forEach(units -> optional.addAll(Answers.strings(units)));
        double responsible = responsible(gold, task, optional);
        double coordinators = UnitLists.score(
                Answers.strings(gold.path("coordinators")), Answers.strings(task.path("coordinators")), optional);
        double partial =
                0.35 * text + 0.10 * ordinal(gold, task) + 0.25 * when + 0.20 * responsible + 0.10 * coordinators;
        boolean whole = text >= 0.95 && Math.min(when, Math.min(responsible, coordinators)) > 0.999;
        return new Worth(partial, whole ? 1 : 0);
    }

    private static double responsible(JsonNode gold, JsonNode task, List<String> optional) {
        List<String> goldLead = Answers.strings(gold.path("lead"));
        List<String> goldExecutors = Answers.strings(gold.path("executors"));
        List<String> lead = Answers.strings(task.path("lead"));
        List<String> executors = Answers.strings(task.path("executors"));
        return 0.6 * UnitLists.score(both(goldLead, goldExecutors), both(lead, executors), optional)
                + 0.2 * UnitLists.score(goldLead, lead, optional)
                + 0.2 * UnitLists.score(goldExecutors, executors, optional);
    }

    private static List<String> both(List<String> left, List<String> right) {
        List<String> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    private static double alike(JsonNode gold, JsonNode task) {
        return 0.9 * texts(gold, task).near + 0.1 * ordinal(gold, task);
    }

    /**
     * @param near enough to recognise the task, even when its text is cut
     */
    private record Texts(double text, double near) {}

    private static Texts texts(JsonNode gold, JsonNode task) {
        String text = Answers.text(task, "text");
        String goldText = Words.plain(Answers.text(gold, "text"));
        List<@Nullable String> accepted = new ArrayList<>();
        Answers.accepted(gold, "text").forEach(value -> accepted.add(Answers.text(value)));
        // "Giao Phòng Nội vụ: theo dõi ..." may come without its unit
        for (String unit : both(Answers.strings(gold.path("lead")), Answers.strings(gold.path("executors")))) {
            Matcher given = Pattern.compile("(?:(?:giao|đề nghị) )?" + Pattern.quote(Words.plain(unit)) + " (.{12,})")
                    .matcher(goldText);
            if (given.lookingAt()) {
                accepted.add(given.group(1));
            }
        }
        double like = 0;
        for (String candidate : accepted) {
            like = Math.max(like, Likeness.ofTexts(candidate, text));
        }
        boolean heading = !Answers.blank(gold.path("_altChildren"));
        if (heading && !goldText.isEmpty() && Words.plain(text).startsWith(goldText)) {
            like = 1.0;
        }
        double near = like;
        for (String candidate : accepted) {
            near = like < 0.9 ? Math.max(near, recognised(candidate, text)) : near;
        }
        return new Texts(like, near);
    }

    private static double recognised(@Nullable String gold, @Nullable String text) {
        if (Likeness.contains(text, gold) || Likeness.contains(gold, text)) {
            return 0.75;
        }
        List<String> a = Words.split(Words.plain(gold));
        List<String> b = Words.split(Words.plain(text));
        int n = Math.min(a.size(), b.size());
        boolean sameStart =
                n >= 6 && Likeness.ofTexts(String.join(" ", a.subList(0, n)), String.join(" ", b.subList(0, n))) > 0.9;
        return sameStart ? 0.72 : 0;
    }

    private static double ordinal(JsonNode gold, JsonNode task) {
        String want = bareOrdinal(gold);
        String got = bareOrdinal(task);
        return want.isEmpty() || want.equals(got) || !got.isEmpty() && want.endsWith("." + got) ? 1 : 0;
    }

    private static String bareOrdinal(JsonNode task) {
        return ORDINAL_END
                .matcher(Words.even(Answers.text(task, "ordinal")))
                .replaceAll("")
                .replace(" ", "");
    }
}
