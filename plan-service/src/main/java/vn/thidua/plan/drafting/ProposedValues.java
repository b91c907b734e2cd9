package vn.thidua.plan.drafting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.reader.PlanProposal;

/**
 * What was read from a document, as values of a draft. The task read first has number 1; whom words mean, and which plan a
 * cited document is, is not said here.
 */
public record ProposedValues(PlanDetails details, List<PlannedTask> tasks) {

    public ProposedValues {
        tasks = List.copyOf(tasks);
    }

    public static ProposedValues of(PlanProposal proposal) {
        return new ProposedValues(
                new PlanDetails(
                        PlanDetails.PlanKind.YEAR,
                        proposal.documentNumber(),
                        date(proposal.issueDate()),
                        proposal.place(),
                        proposal.title(),
                        proposal.year(),
                        proposal.theme(),
                        documents(proposal.legalBases()),
                        documents(proposal.implementsDocuments()),
                        proposal.namedCampaigns(),
                        proposal.numericTargets().stream()
                                .map(target -> new PlanDetails.NumericTarget(
                                        target.text(),
                                        target.value(),
                                        target.valueMax(),
                                        target.unit(),
                                        target.comparator(),
                                        target.byYear()))
                                .toList(),
                        proposal.reportDeadlines().stream()
                                .map(report ->
                                        new PlanDetails.ReportDeadline(report.kind(), report.due(), report.text()))
                                .toList(),
                        proposal.recipients(),
                        signatory(proposal.signatory())),
                IntStream.range(0, proposal.tasks().size())
                        .mapToObj(i ->
                                new PlannedTask(i + 1, task(proposal.tasks().get(i))))
                        .toList());
    }

    /** The values that there are: each waits for a decision. */
    public Set<PlanField> fields() {
        Set<PlanField> found = EnumSet.noneOf(PlanField.class);
        for (PlanField field : PlanField.values()) {
            if (!isEmpty(field, details)) {
                found.add(field);
            }
        }
        return found;
    }

    /** Whether a plan says nothing there. */
    static boolean isEmpty(PlanField field, PlanDetails details) {
        Object value = field.in(details);
        return value == null || (value instanceof Collection<?> list && list.isEmpty());
    }

    /** A date of which a part is blank is none yet. */
    private static @Nullable LocalDate date(PlanProposal.IssueDate date) {
        if (date.day() == null || date.month() == null || date.year() == null) {
            return null;
        }
        try {
            return LocalDate.of(date.year(), date.month(), date.day());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static PlanDetails.@Nullable Signatory signatory(PlanProposal.Signatory signatory) {
        return signatory.position() == null && signatory.name() == null
                ? null
                : new PlanDetails.Signatory(signatory.position(), signatory.name());
    }

    private static List<CitedDocument> documents(List<PlanProposal.CitedDocument> cited) {
        return cited.stream()
                .map(each -> new CitedDocument(each.type(), each.number(), each.date(), each.issuer(), null))
                .toList();
    }

    private static TaskContent task(PlanProposal.ProposedTask task) {
        return new TaskContent(
                task.ordinal(),
                task.text(),
                task.deadlineText(),
                task.quarter(),
                task.dueFrom(),
                task.dueTo(),
                assignees(task.lead()),
                assignees(task.executors()),
                assignees(task.coordinators()));
    }

    private static List<Assignee> assignees(List<String> words) {
        return words.stream().map(Assignee::of).toList();
    }
}
