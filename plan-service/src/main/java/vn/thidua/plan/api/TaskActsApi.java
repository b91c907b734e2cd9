package vn.thidua.plan.api;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.domain.task.TaskCommand;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.plan.view.tasks.Tasks.Task;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;

/** What is done with a task: reported, completed, given more time, opened again. */
@RestController
@RequestMapping("/api/v1/plan/plans/{id}/tasks/{n}")
class TaskActsApi {

    private final Commands commands;
    private final TaskReach reach;
    private final Evidence evidence;
    private final Plans plans;

    TaskActsApi(Commands planCommands, TaskReach reach, Evidence evidence, Plans plans) {
        this.plans = plans;
        this.commands = planCommands;
        this.reach = reach;
        this.evidence = evidence;
    }

    /** How far it is, for a unit that has part in it, or for the one that issued the plan. */
    @PostMapping("/reports")
    @Access(
            relation = Relation.CONCERNED,
            roles = {Role.OFFICER, Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN, Role.VILLAGE_HEAD})
    ResponseEntity<Void> report(
            @PathVariable String id,
            @PathVariable int n,
            @RequestBody @Valid TaskBodies.Report body,
            Scope scope,
            CommandRequest request) {
        return told(
                id,
                n,
                new Told(body.unit(), "evidence", named(body.evidence())),
                scope,
                request,
                (task, unit, files) -> new TaskCommand.ReportProgress(
                        task.id(), unit, body.percent(), body.note(), files, day(body.on(), scope), scope.today()));
    }

    /** It is done, with proof. */
    @PostMapping("/completion")
    @Access(
            relation = Relation.CONCERNED,
            roles = {Role.OFFICER, Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN, Role.VILLAGE_HEAD})
    ResponseEntity<Void> complete(
            @PathVariable String id,
            @PathVariable int n,
            @RequestBody @Valid TaskBodies.Complete body,
            Scope scope,
            CommandRequest request) {
        return told(
                id,
                n,
                new Told(body.unit(), "proof", named(body.proof())),
                scope,
                request,
                (task, unit, files) -> new TaskCommand.CompleteTask(
                        task.id(), unit, body.note(), files, day(body.on(), scope), scope.today()));
    }

    /**
     * What is told of a task with files.
     *
     * @param unit for which it is told
     * @param field that names the files
     */
    private record Told(String unit, String field, List<String> files) {}

    private interface Telling {

        TaskCommand command(Task task, String unit, List<String> files);
    }

    private ResponseEntity<Void> told(
            String id, int n, Told told, Scope scope, CommandRequest request, Telling telling) {
        Task task = reach.concerned(id, n, scope);
        String unit = reach.reportingUnit(task, told.unit(), scope);
        Accepted accepted = evidence.sendWith(
                task,
                told.files(),
                told.field(),
                request.request(),
                () -> request.send(commands, telling.command(task, unit, told.files())));
        return CommandAnswers.changed(request, accepted);
    }

    /** More time is asked for. */
    @PostMapping("/extension-requests")
    @Access(
            relation = Relation.CONCERNED,
            roles = {Role.OFFICER, Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN, Role.VILLAGE_HEAD})
    ResponseEntity<Void> ask(
            @PathVariable String id,
            @PathVariable int n,
            @RequestBody @Valid TaskBodies.AskExtension body,
            Scope scope,
            CommandRequest request) {
        Task task = reach.concerned(id, n, scope);
        String unit = reach.reportingUnit(task, body.unit(), scope);
        return CommandAnswers.changed(
                request,
                request.send(
                        commands,
                        new TaskCommand.AskExtension(
                                task.id(),
                                unit,
                                request.act().actor(),
                                scope.caller().actingFor(),
                                body.dueTo(),
                                body.reason(),
                                scope.today())));
    }

    /** Another than who asked grants it or not, for the unit that issued the plan. */
    @PostMapping("/extension-requests/decision")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN})
    ResponseEntity<Void> decide(
            @PathVariable String id,
            @PathVariable int n,
            @RequestBody @Valid TaskBodies.DecideExtension body,
            Scope scope,
            CommandRequest request) {
        Task task = reach.owned(id, n, scope);
        TaskCommand decision = decision(task, body, request.act().actor(), scope);
        return CommandAnswers.changed(request, request.send(commands, decision));
    }

    private static TaskCommand decision(Task task, TaskBodies.DecideExtension body, String by, Scope scope) {
        String actingFor = scope.caller().actingFor();
        if (body.granted()) {
            if (body.dueTo() == null) {
                throw new RejectedException(new ActRejection.GrantedWithoutDay());
            }
            return new TaskCommand.GrantExtension(task.id(), by, actingFor, body.dueTo(), body.note(), scope.today());
        }
        return new TaskCommand.RefuseExtension(
                task.id(), by, actingFor, body.reason() == null ? "" : body.reason(), scope.today());
    }

    /** It was not done after all, says the unit that issued the plan. */
    @PostMapping("/reopening")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN})
    ResponseEntity<Void> reopen(
            @PathVariable String id,
            @PathVariable int n,
            @RequestBody @Valid TaskBodies.Reopen body,
            Scope scope,
            CommandRequest request) {
        Task task = reach.owned(id, n, scope);
        return CommandAnswers.changed(request, request.unlessDone(commands, () -> {
            mustBelong(id, n);
            return request.send(commands, new TaskCommand.ReopenTask(task.id(), body.reason(), scope.today()));
        }));
    }

    /** What was done when its plan ended, or did not have it any more, stays done: nobody could withdraw it later. */
    private void mustBelong(String plan, int n) {
        boolean belongs = plans.find(plan)
                .filter(each -> each.state() == Plans.State.ISSUED)
                .filter(each -> each.tasks().stream().anyMatch(task -> task.n() == n))
                .isPresent();
        if (!belongs) {
            throw new RejectedException(new ActRejection.PlanHoldsTaskNoMore());
        }
    }

    private static List<String> named(@Nullable List<String> files) {
        return files == null ? List.of() : files.stream().distinct().toList();
    }

    private static LocalDate day(@Nullable LocalDate given, Scope scope) {
        return given == null ? scope.today() : given;
    }
}
