package vn.thidua.plan.view.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a task is from which day to which, told anew from all that was recorded. On a day only what holds by then counts,
 * whenever it was recorded: a report for an earlier day changes that day and those up to the next report. Of two acts on
 * state, content or last day, that recorded later has the last word; of two reports, that for the later day.
 */
final class TaskDays {

    private TaskDays() {}

    /** @param row with its contents and its history, in the order of the log */
    static List<Document> of(Document row) {
        List<Document> history = row.getList(TaskRow.HISTORY, Document.class);
        String begin = history.getFirst().getString(TaskRow.ON);
        Set<String> starts = new TreeSet<>();
        for (Document act : history) {
            String on = act.getString(TaskRow.ON);
            starts.add(on.compareTo(begin) < 0 ? begin : on);
        }
        List<Document> days = new ArrayList<>();
        for (String day : starts) {
            Document next = on(row, history, begin, day);
            if (days.isEmpty()) {
                days.add(next.append(TaskRow.FROM, day).append(TaskRow.UNTIL, TaskRow.NEVER));
            } else if (!isSame(days.getLast(), next)) {
                days.getLast().append(TaskRow.UNTIL, day);
                days.add(next.append(TaskRow.FROM, day).append(TaskRow.UNTIL, TaskRow.NEVER));
            }
        }
        return days;
    }

    /** Whether there is anything to tell of that day. */
    static boolean hasBegun(Document row, LocalDate day) {
        return row.getList(TaskRow.DAYS, Document.class)
                        .getFirst()
                        .getString(TaskRow.FROM)
                        .compareTo(day.toString())
                <= 0;
    }

    private static boolean isSame(Document before, Document next) {
        return next.entrySet().stream().allMatch(each -> Objects.equals(each.getValue(), before.get(each.getKey())));
    }

    private static Document on(Document row, List<Document> history, String begin, String day) {
        Tasks.State state = Tasks.State.OPEN;
        boolean gone = false;
        int version = 0;
        int reported = 0;
        String reportedOn = "";
        @Nullable String extended = null;
        @Nullable Document asked = null;
        @Nullable String cause = null;
        for (Document act : history) {
            String on = act.getString(TaskRow.ON);
            if (on.compareTo(day) > 0) {
                continue;
            }
            switch (Tasks.ActType.valueOf(act.getString(TaskRow.TYPE))) {
                case ASSIGNED -> version = act.getInteger(TaskRow.VERSION);
                case CHANGED -> {
                    int changed = act.getInteger(TaskRow.VERSION);
                    if (!due(row, version).equals(due(row, changed))) {
                        extended = null;
                        asked = null;
                    }
                    version = changed;
                }
                case REPORTED -> {
                    if (on.compareTo(reportedOn) >= 0) {
                        reported = act.getInteger(TaskRow.PERCENT);
                        reportedOn = on;
                    }
                }
                case COMPLETED -> {
                    state = Tasks.State.DONE;
                    asked = null;
                }
                case REOPENED -> state = gone ? Tasks.State.WITHDRAWN : Tasks.State.OPEN;
                case WITHDRAWN -> {
                    gone = true;
                    state = Tasks.State.WITHDRAWN;
                    cause = act.getString(TaskRow.CAUSE);
                    asked = null;
                }
                case EXTENSION_ASKED -> asked = act;
                case EXTENSION_GRANTED -> {
                    extended = act.getString("dueTo");
                    asked = null;
                }
                case EXTENSION_REFUSED -> asked = null;
                case OVERDUE -> {
                    // changes nothing of these
                }
            }
        }
        Document content = content(row, version);
        @Nullable String from = content.getString(TaskRow.BEGIN);
        return new Document(TaskRow.STATE, state.name())
                .append(TaskRow.PERCENT, state == Tasks.State.DONE ? 100 : reported)
                .append(TaskRow.BEGIN, from == null ? begin : from)
                .append(TaskRow.END, extended == null ? content.getString(TaskRow.DUE) : extended)
                .append(TaskRow.YEAR, content.getInteger(TaskRow.YEAR))
                .append(TaskRow.QUARTER, content.getInteger(TaskRow.QUARTER))
                .append(TaskRow.UNITS, content.getList(TaskRow.UNITS, String.class))
                .append(TaskRow.ROLES, content.getList(TaskRow.ROLES, String.class))
                .append(TaskRow.ASKED_BY, asked == null ? null : asked.getList(TaskRow.ASKED_BY, String.class))
                .append(TaskRow.ASKED_TO, asked == null ? null : asked.getString("dueTo"))
                .append(TaskRow.CAUSE, state == Tasks.State.WITHDRAWN ? cause : null)
                .append(TaskRow.VERSION, version);
    }

    private static String due(Document row, int version) {
        return content(row, version).getString(TaskRow.DUE);
    }

    private static Document content(Document row, int version) {
        return row.getList(TaskRow.CONTENTS, Document.class).stream()
                .filter(each -> each.getInteger(TaskRow.VERSION) == version)
                .findFirst()
                .orElseThrow();
    }
}
