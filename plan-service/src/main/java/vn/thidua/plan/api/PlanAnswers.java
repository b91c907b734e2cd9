package vn.thidua.plan.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.plans.Cascades;
import vn.thidua.plan.view.plans.PlanLine;
import vn.thidua.plan.view.plans.PlanLists.Version;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.plan.view.tasks.TaskLists.Count;
import vn.thidua.plan.view.units.UnitsOnDay.NamedUnit;

/** What goes out about plans. */
final class PlanAnswers {

    private PlanAnswers() {}

    /**
     * A plan in a list.
     *
     * @param issuer by its name on the day
     * @param implementsDocuments those of the tier above; with the plan's id where it is one of this system
     */
    record PlanItem(
            String id,
            String documentNumber,
            LocalDate issueDate,
            NamedUnit issuer,
            @Nullable String title,
            @Nullable Integer year,
            Plans.State state,
            int version,
            @Nullable LocalDate ended,
            List<CitedDocument> implementsDocuments,
            TaskCount tasks) {}

    /**
     * Tasks on the day.
     *
     * @param total withdrawn ones not counted
     * @param open overdue ones counted
     * @param closed withdrawn because the plan was closed while they were open: no part of the total
     */
    record TaskCount(int total, int done, int open, int overdue, int closed) {

        static TaskCount of(Count count) {
            return new TaskCount(count.total(), count.done(), count.open(), count.overdue(), count.closed());
        }
    }

    /**
     * A version of a plan, in full.
     *
     * @param version the one shown
     * @param latest the newest one
     * @param effective first day on which the one shown holds
     */
    record PlanAnswer(
            String id,
            NamedUnit issuer,
            Plans.State state,
            int version,
            int latest,
            LocalDate effective,
            @Nullable LocalDate ended,
            PlanDetails details,
            List<PlannedTask> tasks,
            LocalDate asOf) {}

    /** What a version changed; nothing in the first one. */
    record PlanVersionAnswer(
            int version,
            LocalDate effective,
            @Nullable String reason,
            @Nullable CitedDocument document,
            List<ChangedValue> values,
            List<ChangedTask> tasks) {}

    /** A value before and after; null where there was none. */
    record ChangedValue(
            PlanField field,
            @Nullable Object before,
            @Nullable Object after) {}

    /** What becomes of a task with a new version. */
    enum Change {
        ADDED,
        CHANGED,
        WITHDRAWN
    }

    /** A task before and after; null where there was none, or is none any more. */
    record ChangedTask(
            int n,
            Change change,
            @Nullable TaskContent before,
            @Nullable TaskContent after) {}

    /**
     * Who has answered.
     *
     * @param units of the tier below, in the order of kinds and names
     * @param others how many more there are out of the caller's reach
     */
    record CascadeAnswer(LocalDate asOf, List<Cascades.CascadeNode> units, int others) {}

    static PlanItem item(PlanLine line, NamedUnit issuer, Count count) {
        return new PlanItem(
                line.id(),
                line.number(),
                line.issued(),
                issuer,
                line.title(),
                line.year(),
                line.state(),
                line.version(),
                line.ended(),
                line.implementsDocuments(),
                TaskCount.of(count));
    }

    static List<PlanVersionAnswer> versions(List<Version> versions) {
        List<PlanVersionAnswer> answers = new ArrayList<>();
        @Nullable Version before = null;
        for (Version version : versions) {
            answers.add(new PlanVersionAnswer(
                    version.version(),
                    version.effective(),
                    version.reason(),
                    version.document(),
                    before == null ? List.of() : values(before, version),
                    before == null ? List.of() : tasks(before, version)));
            before = version;
        }
        return answers;
    }

    private static List<ChangedValue> values(Version before, Version after) {
        var changes = after.changes();
        return changes == null
                ? List.of()
                : changes.fields().stream()
                        .map(field ->
                                new ChangedValue(field, value(field, before.details()), value(field, after.details())))
                        .toList();
    }

    private static @Nullable Object value(PlanField field, PlanDetails details) {
        return switch (field) {
            case DOCUMENT_NUMBER -> details.documentNumber();
            case ISSUE_DATE -> details.issueDate();
            case PLACE -> details.place();
            case TITLE -> details.title();
            case YEAR -> details.year();
            case THEME -> details.theme();
            case LEGAL_BASES -> details.legalBases();
            case IMPLEMENTS -> details.implementsDocuments();
            case CAMPAIGNS -> details.campaigns();
            case TARGETS -> details.targets();
            case REPORT_DEADLINES -> details.reportDeadlines();
            case RECIPIENTS -> details.recipients();
            case SIGNATORY -> details.signatory();
        };
    }

    private static List<ChangedTask> tasks(Version before, Version after) {
        var changes = after.changes();
        if (changes == null) {
            return List.of();
        }
        Map<Integer, TaskContent> old = contents(before);
        Map<Integer, TaskContent> young = contents(after);
        List<ChangedTask> all = new ArrayList<>();
        changes.added().forEach(n -> all.add(new ChangedTask(n, Change.ADDED, null, young.get(n))));
        changes.changed().forEach(n -> all.add(new ChangedTask(n, Change.CHANGED, old.get(n), young.get(n))));
        changes.withdrawn().forEach(n -> all.add(new ChangedTask(n, Change.WITHDRAWN, old.get(n), null)));
        return all;
    }

    private static Map<Integer, TaskContent> contents(Version version) {
        Map<Integer, TaskContent> contents = new HashMap<>();
        version.tasks().forEach(task -> contents.put(task.n(), Objects.requireNonNull(task.content())));
        return contents;
    }
}
