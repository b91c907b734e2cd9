package vn.thidua.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What plans and tasks say, wherever an event of {@link PlanContract} tells of it. */
public final class PlanParts {

    private PlanParts() {}

    public enum PlanKind {
        YEAR,
        CAMPAIGN
    }

    public enum TargetKind {
        UNIT,
        /** Whoever holds the post in the unit. */
        POST,
        GROUP
    }

    /**
     * A document that a plan names.
     *
     * @param type as {@code Luật}, {@code Nghị định}, {@code Kế hoạch}
     * @param number with its code, as {@code 294/KH-UBND}
     * @param plan id of the plan that it is, where it is one of this system
     */
    public record Document(
            String type,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable String plan) {}

    /**
     * A measurable target.
     *
     * @param text the clause that sets it
     * @param valueMax upper end, for the comparator {@code between}
     * @param measure {@code %}, or the things counted
     * @param comparator one of {@code = > >= < <= between}
     */
    public record NumericTarget(
            String text,
            BigDecimal value,
            @Nullable BigDecimal valueMax,
            String measure,
            String comparator,
            @Nullable Integer byYear) {}

    /** @param kind as {@code 6 tháng}, {@code năm} */
    public record ReportDeadline(String kind, LocalDate due, String text) {}

    /** Who signed: published official content. */
    public record Signatory(String position, String name) {}

    /**
     * Somebody whom the words of a document mean.
     *
     * @param id of the unit; of the unit that has the post; of the group
     * @param name of the unit or group as it was called when it was chosen
     * @param post title, for a post only
     * @param units that answer: the unit, that of the post, the members of the group
     * @param persons ids of the members of a group of people; null where there are none
     */
    public record Target(
            TargetKind kind,
            String id,
            String name,
            @Nullable String post,
            List<String> units,
            @Nullable List<String> persons) {
        public Target {
            units = List.copyOf(units);
            // where a reader finds no list it makes an empty one
            persons = persons == null || persons.isEmpty() ? null : List.copyOf(persons);
        }
    }

    /**
     * The words of the document, and whom they mean.
     *
     * @param targets empty if they mean nobody known
     */
    public record Assignee(String words, List<Target> targets) {
        public Assignee {
            targets = List.copyOf(targets);
        }
    }

    /**
     * What a task says.
     *
     * @param ordinal as printed, as {@code II.3}
     * @param deadlineText the deadline in the words of the document
     * @param quarter 1 to 4 where the words name one
     * @param dueTo last day by the plan; null if there is none
     */
    public record TaskContent(
            @Nullable String ordinal,
            String text,
            @Nullable String deadlineText,
            @Nullable Integer quarter,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            List<Assignee> lead,
            List<Assignee> executors,
            List<Assignee> coordinators) {
        public TaskContent {
            lead = List.copyOf(lead);
            executors = List.copyOf(executors);
            coordinators = List.copyOf(coordinators);
        }
    }

    /** @param n number in the plan and all its versions, from 1; the task's id is {@code <plan>/<n>} */
    public record Task(int n, TaskContent content) {}

    /**
     * What a plan says.
     *
     * @param documentNumber with its code, as {@code 12/KH-UBND}
     * @param year the plan's year, not that of its issue
     */
    public record PlanContent(
            PlanKind kind,
            String documentNumber,
            LocalDate issueDate,
            @Nullable String place,
            @Nullable String title,
            @Nullable Integer year,
            @Nullable String theme,
            List<Document> legalBases,
            List<Document> implementsDocuments,
            List<String> campaigns,
            List<NumericTarget> targets,
            List<ReportDeadline> reportDeadlines,
            List<String> recipients,
            Signatory signatory,
            List<Task> tasks) {
        public PlanContent {
            legalBases = List.copyOf(legalBases);
            implementsDocuments = List.copyOf(implementsDocuments);
            campaigns = List.copyOf(campaigns);
            targets = List.copyOf(targets);
            reportDeadlines = List.copyOf(reportDeadlines);
            recipients = List.copyOf(recipients);
            tasks = List.copyOf(tasks);
        }
    }
}
