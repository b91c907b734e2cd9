package vn.thidua.plan.publish;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.PlanParts;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;

/** What plans and tasks say, in the form of the contracts. */
final class Parts {

    private Parts() {}

    /** @param details of an issued plan: number, issue date and signatory are there */
    static PlanParts.PlanContent plan(PlanDetails details, List<PlannedTask> tasks) {
        return new PlanParts.PlanContent(
                switch (details.kind()) {
                    case YEAR -> PlanParts.PlanKind.YEAR;
                    case CAMPAIGN -> PlanParts.PlanKind.CAMPAIGN;
                },
                given(details.documentNumber()),
                given(details.issueDate()),
                details.place(),
                details.title(),
                details.year(),
                details.theme(),
                details.legalBases().stream().map(Parts::document).toList(),
                details.implementsDocuments().stream().map(Parts::document).toList(),
                details.campaigns(),
                details.targets().stream().map(Parts::target).toList(),
                details.reportDeadlines().stream()
                        .map(each -> new PlanParts.ReportDeadline(each.kind(), each.due(), each.text()))
                        .toList(),
                details.recipients(),
                signatory(given(details.signatory())),
                tasks.stream()
                        .map(task -> new PlanParts.Task(task.n(), content(task.content())))
                        .toList());
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, "an issued plan says who issued it, when and under which number");
    }

    private static PlanParts.Signatory signatory(PlanDetails.Signatory signatory) {
        return new PlanParts.Signatory(given(signatory.position()), given(signatory.name()));
    }

    private static PlanParts.NumericTarget target(PlanDetails.NumericTarget target) {
        return new PlanParts.NumericTarget(
                target.text(), target.value(), target.valueMax(), target.unit(), target.comparator(), target.byYear());
    }

    static PlanParts.Document document(CitedDocument document) {
        return new PlanParts.Document(
                document.type(), document.number(), document.date(), document.issuer(), document.plan());
    }

    static PlanParts.TaskContent content(TaskContent content) {
        return new PlanParts.TaskContent(
                content.ordinal(),
                content.text(),
                content.deadlineText(),
                content.quarter(),
                content.dueFrom(),
                content.dueTo(),
                assignees(content.lead()),
                assignees(content.executors()),
                assignees(content.coordinators()));
    }

    private static List<PlanParts.Assignee> assignees(List<Assignee> assignees) {
        return assignees.stream()
                .map(each -> new PlanParts.Assignee(
                        each.words(), each.targets().stream().map(Parts::target).toList()))
                .toList();
    }

    private static PlanParts.Target target(Target target) {
        return new PlanParts.Target(
                switch (target.kind()) {
                    case UNIT -> PlanParts.TargetKind.UNIT;
                    case POST -> PlanParts.TargetKind.POST;
                    case GROUP -> PlanParts.TargetKind.GROUP;
                },
                target.id(),
                target.name(),
                target.post(),
                target.answering(),
                target.persons());
    }

    /** Name of a field of the contract's content. */
    static String field(PlanField field) {
        return switch (field) {
            case DOCUMENT_NUMBER -> "documentNumber";
            case ISSUE_DATE -> "issueDate";
            case PLACE -> "place";
            case TITLE -> "title";
            case YEAR -> "year";
            case THEME -> "theme";
            case LEGAL_BASES -> "legalBases";
            case IMPLEMENTS -> "implementsDocuments";
            case CAMPAIGNS -> "campaigns";
            case TARGETS -> "targets";
            case REPORT_DEADLINES -> "reportDeadlines";
            case RECIPIENTS -> "recipients";
            case SIGNATORY -> "signatory";
        };
    }
}
