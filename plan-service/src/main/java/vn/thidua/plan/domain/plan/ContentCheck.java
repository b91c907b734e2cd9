package vn.thidua.plan.domain.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.platform.values.RejectedException;

/**
 * Whether what a plan says can be right by itself. The limits lie far above what stands in real plans; they keep a
 * slip, or a hostile client, from filling the store.
 */
final class ContentCheck {

    /** Numbers, ordinals, kinds: a few syllables. */
    static final int LABEL_MOST = 200;

    /** Titles, themes, names, deadlines in words, lines of recipients: a long sentence or two. */
    static final int LINE_MOST = 2_000;

    /** What a task or a target says, reasons and notes: some pages. */
    static final int TEXT_MOST = 10_000;

    /** Entries of a list: a province names its districts, communes and departments. */
    static final int ENTRIES_MOST = 500;

    /** Each task becomes a stream of its own when the plan is issued. */
    static final int TASKS_MOST = 1_000;

    /** Members of a group, as the groups themselves have it. */
    static final int MEMBERS_MOST = 5_000;

    /**
     * Of all texts and ids together: issued, a plan is one event, and a commit holds 12 MB (3 bytes a letter at most).
     */
    static final int CONTENT_MOST = 3_000_000;

    /** The first law of the republic; no document of a plan is older. */
    static final LocalDate DAY_LEAST = LocalDate.of(1945, 1, 1);

    /** Beyond it a year has a digit too many. */
    static final LocalDate DAY_MOST = LocalDate.of(2199, 12, 31);

    private static final Set<String> COMPARATORS = Set.of("=", ">", ">=", "<", "<=", "between");

    private static final long NUMBER_MOST = 999_999_999_999_999_999L;

    private long letters;

    private ContentCheck() {}

    /** @throws RejectedException naming the first field that cannot be right */
    static void check(PlanDetails details, Collection<PlannedTask> tasks) {
        ContentCheck check = new ContentCheck();
        check.details(details);
        entries("tasks", tasks, TASKS_MOST);
        tasks.forEach(task -> check.task("tasks[" + task.n() + "].", task.content()));
        if (check.letters > CONTENT_MOST) {
            throw new RejectedException(new PlanRejection.ContentTooLong(CONTENT_MOST));
        }
    }

    /** A text that must be there. */
    static void needed(String name, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            throw new RejectedException(new PlanRejection.TextMissing(name));
        }
        optional(name, text, most);
    }

    /** A text that may be missing. */
    static void optional(String name, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new RejectedException(new PlanRejection.TextTooLong(name, most));
        }
    }

    static void day(String name, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(DAY_LEAST) || day.isAfter(DAY_MOST))) {
            throw new RejectedException(new PlanRejection.DayOutOfRange(name, DAY_LEAST, DAY_MOST));
        }
    }

    /** A document that is named by itself, outside {@link PlanDetails}. */
    static void document(String name, CitedDocument document) {
        new ContentCheck().cited(name, document);
    }

    private void details(PlanDetails details) {
        line("documentNumber", details.documentNumber(), LABEL_MOST);
        day("issueDate", details.issueDate());
        line("place", details.place(), LABEL_MOST);
        line("title", details.title(), LINE_MOST);
        year("year", details.year());
        line("theme", details.theme(), LINE_MOST);
        each("legalBases", details.legalBases(), this::cited);
        each("implementsDocuments", details.implementsDocuments(), this::cited);
        each("campaigns", details.campaigns(), (name, text) -> filled(name, text, LINE_MOST));
        each("targets", details.targets(), this::target);
        each("reportDeadlines", details.reportDeadlines(), (name, report) -> {
            filled(name + ".kind", report.kind(), LABEL_MOST);
            day(name + ".due", report.due());
            line(name + ".text", report.text(), LINE_MOST);
        });
        each("recipients", details.recipients(), (name, text) -> filled(name, text, LINE_MOST));
        PlanDetails.Signatory signatory = details.signatory();
        if (signatory != null) {
            line("signatory.position", signatory.position(), LABEL_MOST);
            line("signatory.name", signatory.name(), LABEL_MOST);
        }
    }

    private void cited(String name, CitedDocument document) {
        line(name + ".type", document.type(), LABEL_MOST);
        line(name + ".number", document.number(), LABEL_MOST);
        day(name + ".date", document.date());
        line(name + ".issuer", document.issuer(), LINE_MOST);
        line(name + ".plan", document.plan(), LABEL_MOST);
    }

    private void target(String name, PlanDetails.NumericTarget target) {
        line(name + ".text", target.text(), TEXT_MOST);
        number(name + ".value", target.value());
        line(name + ".unit", target.unit(), LABEL_MOST);
        year(name + ".byYear", target.byYear());
        BigDecimal most = target.valueMax();
        boolean between = target.comparator().equals("between");
        if (!COMPARATORS.contains(target.comparator()) || between != (most != null)) {
            throw new RejectedException(new PlanRejection.ComparatorUnknown(name + ".comparator"));
        }
        if (most != null) {
            number(name + ".valueMax", most);
        }
    }

    private void task(String path, TaskContent task) {
        line(path + "ordinal", task.ordinal(), LABEL_MOST);
        filled(path + "text", task.text(), TEXT_MOST);
        line(path + "deadlineText", task.deadlineText(), LINE_MOST);
        Integer quarter = task.quarter();
        if (quarter != null && (quarter < 1 || quarter > 4)) {
            throw new RejectedException(new PlanRejection.OutOfRange(path + "quarter", 1, 4));
        }
        LocalDate from = task.dueFrom();
        LocalDate to = task.dueTo();
        day(path + "dueFrom", from);
        day(path + "dueTo", to);
        if (from != null && to != null && to.isBefore(from)) {
            throw new RejectedException(new PlanRejection.PeriodReversed(path + "dueTo"));
        }
        each(path + "lead", task.lead(), this::assignee);
        each(path + "executors", task.executors(), this::assignee);
        each(path + "coordinators", task.coordinators(), this::assignee);
    }

    private void assignee(String name, Assignee assignee) {
        if (assignee.words().isBlank() && assignee.targets().isEmpty()) {
            throw new RejectedException(new PlanRejection.AssigneeEmpty(name));
        }
        line(name + ".words", assignee.words(), LINE_MOST);
        each(name + ".targets", assignee.targets(), this::target);
    }

    private void target(String name, Target target) {
        filled(name + ".id", target.id(), LABEL_MOST);
        line(name + ".name", target.name(), LINE_MOST);
        if (target.kind() == Target.Kind.POST) {
            filled(name + ".post", target.post(), LINE_MOST);
        }
        entries(name + ".units", target.units(), MEMBERS_MOST);
        target.units().forEach(unit -> filled(name + ".units", unit, LABEL_MOST));
        entries(name + ".persons", target.persons(), MEMBERS_MOST);
        target.persons().forEach(person -> filled(name + ".persons", person, LABEL_MOST));
    }

    /** The number is one that somebody may have written. */
    private static void number(String name, BigDecimal value) {
        int most = PlanDetails.NumericTarget.PLAIN_MOST;
        if (value.precision() - (long) value.scale() > most || value.scale() > most) {
            throw new RejectedException(new PlanRejection.OutOfRange(name, -NUMBER_MOST, NUMBER_MOST));
        }
    }

    private static void year(String name, @Nullable Integer year) {
        if (year != null && (year < DAY_LEAST.getYear() || year > DAY_MOST.getYear())) {
            throw new RejectedException(new PlanRejection.OutOfRange(name, DAY_LEAST.getYear(), DAY_MOST.getYear()));
        }
    }

    private void filled(String name, @Nullable String text, int most) {
        needed(name, text, most);
        line(name, text, most);
    }

    private void line(String name, @Nullable String text, int most) {
        optional(name, text, most);
        letters += text == null ? 0 : text.length();
    }

    private static void entries(String name, Collection<?> list, int most) {
        if (list.size() > most) {
            throw new RejectedException(new PlanRejection.TooMany(name, most));
        }
    }

    private interface Entry<T> {
        void check(String name, T entry);
    }

    private <T> void each(String name, List<T> list, Entry<T> entry) {
        entries(name, list, ENTRIES_MOST);
        for (int i = 0; i < list.size(); i++) {
            entry.check(name + "[" + i + "]", list.get(i));
        }
    }
}
