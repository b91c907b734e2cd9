package vn.thidua.plan.publish;

import java.util.List;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.PlanContract;
import vn.thidua.plan.domain.plan.NumberEvent;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.publish.Publication;

/** What plans and their tasks tell others: from the issue on. A draft is nobody else's business. */
public final class PlanPublication implements Publication {

    @Override
    public List<ContractEvent> publish(LoggedEvent event) {
        return switch (event.payload()) {
            case PlanEvent plan -> ofPlan(plan);
            case TaskEvent task -> List.of(ofTask(task));
            // keeps a number for one plan; which has it, the plan tells
            case NumberEvent _ -> List.of();
            // a new family, or a name this version does not know: passed over it would be lost for everybody
            default ->
                throw new IllegalStateException(
                        "no event of this context: " + event.payload().getClass());
        };
    }

    private static List<ContractEvent> ofPlan(PlanEvent event) {
        return switch (event) {
            case PlanEvent.PlanIssued e ->
                List.of(new PlanContract.PlanIssuedV1(e.plan(), e.unit(), Parts.plan(e.details(), e.tasks())));
            case PlanEvent.PlanAmended e ->
                List.of(new PlanContract.PlanAmendedV1(
                        e.plan(),
                        e.unit(),
                        e.version(),
                        e.reason(),
                        e.document() == null ? null : Parts.document(e.document()),
                        Parts.plan(e.details(), e.tasks()),
                        e.changes().fields().stream().map(Parts::field).toList(),
                        e.changes().added(),
                        e.changes().changed(),
                        e.changes().withdrawn(),
                        e.effective()));
            case PlanEvent.PlanSuperseded e ->
                List.of(new PlanContract.PlanSupersededV1(
                        e.plan(),
                        e.unit(),
                        e.documentNumber(),
                        Parts.document(e.by()),
                        e.reason(),
                        e.effective(),
                        e.tasks()));
            case PlanEvent.PlanClosed e ->
                List.of(new PlanContract.PlanClosedV1(
                        e.plan(), e.unit(), e.documentNumber(), e.note(), e.effective(), e.tasks()));
            // drafts; and how a citation is matched, which changes nothing that the plan says
            case PlanEvent.PlanDrafted _,
                    PlanEvent.DraftDetailsSet _,
                    PlanEvent.DraftTaskSet _,
                    PlanEvent.DraftTaskDropped _,
                    PlanEvent.DraftDiscarded _,
                    PlanEvent.PlanLinked _ -> List.of();
        };
    }

    private static ContractEvent ofTask(TaskEvent event) {
        return switch (event) {
            case TaskEvent.TaskAssigned e ->
                new PlanContract.TaskAssignedV1(
                        e.task(), e.plan(), e.n(), e.owner(), e.documentNumber(), e.year(), Parts.content(e.content()));
            case TaskEvent.TaskChanged e ->
                new PlanContract.TaskChangedV1(e.task(), e.plan(), e.owner(), e.version(), Parts.content(e.content()));
            case TaskEvent.TaskWithdrawn e ->
                new PlanContract.TaskWithdrawnV1(e.task(), e.plan(), e.owner(), cause(e.cause()), e.effective());
            case TaskEvent.ProgressReported e ->
                new PlanContract.TaskProgressReportedV1(
                        e.task(), e.plan(), e.owner(), e.unit(), e.percent(), e.note(), e.evidence(), e.on());
            case TaskEvent.TaskCompleted e ->
                new PlanContract.TaskCompletedV1(
                        e.task(), e.plan(), e.owner(), e.unit(), e.note(), e.proof(), e.on(), e.dueTo());
            case TaskEvent.ExtensionAsked e ->
                new PlanContract.TaskExtensionAskedV1(
                        e.task(), e.plan(), e.owner(), e.unit(), e.by(), e.dueTo(), e.reason(), e.on());
            case TaskEvent.ExtensionGranted e ->
                new PlanContract.TaskExtendedV1(
                        e.task(), e.plan(), e.owner(), e.unit(), e.by(), e.before(), e.dueTo(), e.note(), e.on());
            case TaskEvent.ExtensionRefused e ->
                new PlanContract.TaskExtensionRefusedV1(
                        e.task(), e.plan(), e.owner(), e.unit(), e.by(), e.reason(), e.on());
            case TaskEvent.TaskOverdue e ->
                new PlanContract.TaskOverdueV1(e.task(), e.plan(), e.owner(), e.dueTo(), e.units());
            case TaskEvent.TaskReopened e ->
                new PlanContract.TaskReopenedV1(e.task(), e.plan(), e.owner(), e.reason(), e.on());
        };
    }

    private static PlanContract.Cause cause(TaskEvent.Cause cause) {
        return switch (cause) {
            case AMENDED -> PlanContract.Cause.AMENDED;
            case SUPERSEDED -> PlanContract.Cause.SUPERSEDED;
            case CLOSED -> PlanContract.Cause.CLOSED;
        };
    }
}
