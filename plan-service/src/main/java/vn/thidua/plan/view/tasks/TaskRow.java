package vn.thidua.plan.view.tasks;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.view.RowJson;
import vn.thidua.platform.text.Text;

/** The fields of a task's row. */
final class TaskRow {

    static final String PLAN = "plan";
    static final String N = "n";
    static final String OWNER = "owner";
    /** Absent until the task begins: of its plan's days it may be told before. */
    static final String REVISION = "revision";

    static final String NUMBER = "number";
    static final String PLAN_YEAR = "planYear";
    /** Days on which versions of the plan begin to hold. */
    static final String STARTS = "starts";

    static final String CONTENTS = "contents";
    static final String HISTORY = "history";
    static final String DAYS = "days";
    static final String PARTIES = "parties";
    static final String UNITS = "units";
    static final String ROLES = "roles";
    static final String STATE = "state";
    static final String PERCENT = "percent";
    /** Who has asked for more time, and for whom. */
    static final String ASKED_BY = "askedBy";
    /** The last day asked for; of a day. */
    static final String ASKED_TO = "askedTo";
    /** The last day of which it was told last that it is over. */
    static final String TOLD = "told";

    /** Why it need not be done any more. */
    static final String CAUSE = "cause";

    static final String FILES = "files";
    static final String SORT = "sort";
    static final String FOLD = "fold";
    static final String VERSION = "version";
    static final String CONTENT = "content";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String BEGIN = "begin";
    static final String END = "end";
    static final String DUE = "due";
    static final String YEAR = "year";
    static final String QUARTER = "quarter";

    static final String TYPE = "type";
    static final String ON = "on";

    /** Behind every day there is; the end of what has none. */
    static final String NEVER = "9999-12-31";

    private TaskRow() {}

    static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.equals(NEVER) ? null : LocalDate.parse(text);
    }

    /** The days of the plan's versions come before the task itself begins. */
    static Document starts(Document row, int version, LocalDate day) {
        List<Document> starts = new ArrayList<>(row.getList(STARTS, Document.class, List.of()));
        starts.removeIf(entry -> entry.getInteger(VERSION) == version);
        starts.add(new Document(VERSION, version).append(FROM, day.toString()));
        return row.append(STARTS, starts);
    }

    /** What the task says in a version of its plan. */
    static Document content(Document row, int version, TaskContent content) {
        List<Document> contents = new ArrayList<>(row.getList(CONTENTS, Document.class, List.of()));
        contents.removeIf(entry -> entry.getInteger(VERSION) == version);
        LocalDate due = content.dueTo();
        contents.add(new Document(VERSION, version)
                .append(CONTENT, RowJson.write(content))
                .append(UNITS, List.copyOf(content.units()))
                .append(ROLES, roles(content))
                .append(
                        BEGIN,
                        content.dueFrom() == null ? null : content.dueFrom().toString())
                .append(DUE, due == null ? NEVER : due.toString())
                .append(YEAR, due == null ? row.getInteger(PLAN_YEAR) : Integer.valueOf(due.getYear()))
                .append(QUARTER, quarter(content)));
        Set<String> parties = new LinkedHashSet<>(row.getList(PARTIES, String.class, List.of(row.getString(OWNER))));
        parties.addAll(content.units());
        return row.append(CONTENTS, contents)
                .append(PARTIES, List.copyOf(parties))
                .append(UNITS, List.copyOf(content.units()))
                .append(FOLD, fold(row.getString(NUMBER), content));
    }

    private static @Nullable Integer quarter(TaskContent content) {
        if (content.quarter() != null) {
            return content.quarter();
        }
        return content.dueTo() == null ? null : content.dueTo().get(IsoFields.QUARTER_OF_YEAR);
    }

    private static List<String> roles(TaskContent content) {
        return Stream.of(
                        roles(Tasks.Role.LEAD, content.lead()),
                        roles(Tasks.Role.EXECUTOR, content.executors()),
                        roles(Tasks.Role.COORDINATOR, content.coordinators()))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static Stream<String> roles(Tasks.Role role, List<Assignee> assignees) {
        return assignees.stream()
                .flatMap(assignee -> assignee.targets().stream())
                .flatMap(target -> target.answering().stream())
                .map(unit -> role(role, unit));
    }

    /** One value for a unit in a role, so that one index finds both. */
    static String role(Tasks.Role role, String unit) {
        return role + ":" + unit;
    }

    private static String fold(String number, TaskContent content) {
        String names = content.assignees()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.words()),
                        each.targets().stream().flatMap(target -> Stream.of(target.name(), said(target.post())))))
                .distinct()
                .collect(Collectors.joining(" "));
        return Text.fold(number + " " + said(content.ordinal()) + " " + content.text() + " " + names);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Adds an act, and tells anew what the task is from which day to which. */
    static Document act(Document row, Document act) {
        List<Document> history = new ArrayList<>(row.getList(HISTORY, Document.class, List.of()));
        history.add(act);
        row.append(HISTORY, history);
        List<Document> days = TaskDays.of(row);
        Document last = days.getLast();
        return row.append(DAYS, days)
                .append(STATE, last.getString(STATE))
                .append(PERCENT, last.getInteger(PERCENT))
                .append(END, last.getString(END))
                .append(
                        SORT,
                        last.getString(END) + " " + row.getString(PLAN) + " " + "%05d".formatted(row.getInteger(N)));
    }
}
