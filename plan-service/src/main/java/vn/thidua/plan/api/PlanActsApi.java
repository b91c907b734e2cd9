package vn.thidua.plan.api;

import jakarta.validation.Valid;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.domain.plan.PlanRejection;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.plans.Plans.Plan;
import vn.thidua.plan.view.tasks.Tasks;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.VersionMismatchException;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.read.PositionInterceptor;

/** What is done with an issued plan, for the unit that issued it. */
@RestController
@RequestMapping("/api/v1/plan/plans/{id}")
class PlanActsApi {

    /** How often what others change meanwhile is read again. */
    private static final int TRIES = 3;

    private final Commands commands;
    private final PlanReach reach;
    private final Amending amending;
    private final Tasks tasks;

    PlanActsApi(Commands planCommands, PlanReach reach, Amending amending, Tasks tasks) {
        this.commands = planCommands;
        this.reach = reach;
        this.amending = amending;
        this.tasks = tasks;
    }

    /** A new version; the one before can still be read. Answers when its new tasks stand, or says that they do not yet. */
    @PostMapping("/amendment")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.LEADER, Role.OFFICER, Role.ADMIN})
    ResponseEntity<Void> amend(
            @PathVariable String id,
            @RequestBody @Valid PlanActBodies.Amend body,
            Scope scope,
            CommandRequest request) {
        Plan plan = reach.owned(id, request.expectedVersion(), scope);
        Accepted accepted = amended(plan, body, scope, request);
        ResponseEntity<Void> answer = CommandAnswers.changed(request, accepted);
        Set<Integer> begun = reach.owned(id, accepted.version(), scope).tasks().stream()
                .map(PlannedTask::n)
                .collect(Collectors.toSet());
        return tasks.awaitAssigned(id, begun)
                ? answer
                : ResponseEntity.noContent()
                        .headers(answer.getHeaders())
                        .header(PositionInterceptor.STALE, "true")
                        .build();
    }

    /**
     * What is not said anew is taken from the version that was read: it must be the one that stands. If somebody has changed
     * it meanwhile, it is read again, unless the caller insists on what they have seen.
     */
    private Accepted amended(Plan read, PlanActBodies.Amend body, Scope scope, CommandRequest request) {
        Plan plan = read;
        int first = plan.tasks().stream().mapToInt(PlannedTask::n).max().orElse(0) + 1;
        Long seen = request.expectedVersion();
        for (int tried = 1; ; tried++) {
            long version = seen == null ? plan.revision() : Math.min(seen, plan.revision());
            try {
                PlanCommand.AmendPlan command = amending.command(plan, body, first, scope);
                return commands.send(command, request.act(), request.once(), version);
            } catch (VersionMismatchException e) {
                if (seen != null || tried == TRIES) {
                    throw e;
                }
                plan = reach.owned(plan.id(), e.actual(), scope);
            } catch (RejectedException e) {
                // numbers of tasks that were withdrawn before are known to the plan alone
                if (e.rejection() instanceof PlanRejection.TaskNumberUsed(int _, int next) && next > first) {
                    first = next;
                } else {
                    return earlier(plan, scope, request).orElseThrow(() -> e);
                }
            }
        }
    }

    /** The answer to the same request, if it was taken before: what it names may be gone since, by itself. */
    private Optional<Accepted> earlier(Plan plan, Scope scope, CommandRequest request) {
        if (request.once() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    commands.send(Amending.unchanged(plan, scope.today()), request.act(), request.once(), null));
        } catch (RejectedException e) {
            return Optional.empty();
        }
    }

    /** Another document takes its place. */
    @PostMapping("/supersession")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.LEADER, Role.OFFICER, Role.ADMIN})
    ResponseEntity<Void> supersede(
            @PathVariable String id,
            @RequestBody @Valid PlanActBodies.Supersede body,
            Scope scope,
            CommandRequest request) {
        Plan plan = reach.owned(id, scope);
        return CommandAnswers.changed(request, request.unlessDone(commands, () -> {
            reach.requireReadable(body.by().plan(), "by.plan", plan.unit(), scope);
            return request.send(
                    commands,
                    new PlanCommand.SupersedePlan(
                            id, body.by().toDocument(), body.reason(), body.effective(), scope.today()));
        }));
    }

    /** It has been carried out, or its time is over. */
    @PostMapping("/closing")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.LEADER, Role.OFFICER, Role.ADMIN})
    ResponseEntity<Void> close(
            @PathVariable String id,
            @RequestBody @Valid PlanActBodies.Close body,
            Scope scope,
            CommandRequest request) {
        reach.owned(id, scope);
        return CommandAnswers.changed(
                request,
                request.send(
                        commands,
                        new PlanCommand.ClosePlan(
                                id,
                                body.note(),
                                body.effective() == null ? scope.today() : body.effective(),
                                scope.today())));
    }

    /** Which plan of the tier above a cited document is, in the version of {@code If-Match}: without it 428. */
    @PostMapping("/link")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.LEADER, Role.OFFICER, Role.ADMIN})
    ResponseEntity<Void> link(
            @PathVariable String id, @RequestBody @Valid PlanActBodies.Link body, Scope scope, CommandRequest request) {
        Plan plan = reach.owned(id, scope);
        return CommandAnswers.changed(request, request.unlessDone(commands, () -> {
            long _ = request.requireExpectedVersion();
            reach.requireReadable(body.above(), "above", plan.unit(), scope);
            return request.send(commands, new PlanCommand.LinkPlan(id, body.index(), body.above()));
        }));
    }

    /** An issued plan is not edited and not removed: always refused, with what can be done instead. */
    @RequestMapping(method = {RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE})
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.LEADER, Role.OFFICER, Role.ADMIN})
    ResponseEntity<Void> edit(@PathVariable String id, Scope scope) {
        Plan plan = reach.owned(id, scope);
        throw new RejectedException(
                new PlanRejection.IssuedNotEdited(plan.details().documentNumber()));
    }
}
