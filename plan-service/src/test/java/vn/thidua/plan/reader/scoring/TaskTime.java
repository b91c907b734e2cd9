package vn.thidua.plan.reader.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The window of a task: last day 0.5, first day 0.25, quarter 0.25. */
record TaskTime(@Nullable String planYear) {
    private static final List<String> FIRST = List.of("01-01", "04-01", "07-01", "10-01");
    private static final List<String> LAST = List.of("03-31", "06-30", "09-30", "12-31");

    double score(JsonNode gold, JsonNode task) {
        int quarter = gold.path("quarter").asInt(0);
        double days = 0.5 * day(gold, task, "dueTo", quarter, LAST) + 0.25 * day(gold, task, "dueFrom", quarter, FIRST);
        return days + 0.25 * quarter(gold, task, quarter);
    }

    private static double quarter(JsonNode gold, JsonNode task, int quarter) {
        int got = task.path("quarter").asInt(0);
        if (quarter > 0) {
            return got == quarter ? 1 : 0;
        }
        return got == 0 || got == quarterOf(gold.path("dueTo")) || got == quarterOf(gold.path("dueFrom")) ? 1 : 0;
    }

    private static int quarterOf(JsonNode date) {
        return Answers.blank(date) ? -1 : (Integer.parseInt(date.asString().substring(5, 7)) - 1) / 3 + 1;
    }

    /** Where the answer has only a quarter, the days of the quarter are right too. */
    private double day(JsonNode gold, JsonNode task, String key, int quarter, List<String> ends) {
        String got = Answers.text(task, key);
        for (JsonNode accepted : Answers.accepted(gold, key)) {
            String want = Answers.text(accepted);
            if (want == null ? got == null : want.equals(got)) {
                return 1;
            }
        }
        boolean byQuarter =
                Answers.blank(gold.path(key)) && quarter > 0 && (planYear + "-" + ends.get(quarter - 1)).equals(got);
        return byQuarter ? 1 : 0;
    }
}
