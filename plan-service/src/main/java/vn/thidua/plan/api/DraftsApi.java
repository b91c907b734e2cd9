package vn.thidua.plan.api;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.drafting.DraftingDesk;
import vn.thidua.plan.drafting.FieldValues;
import vn.thidua.plan.drafting.ProposedValues;
import vn.thidua.plan.drafting.Revising;
import vn.thidua.plan.view.drafts.DraftsQueries;
import vn.thidua.plan.view.drafts.DraftsQueries.Draft;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.plan.view.tasks.Tasks;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.VersionMismatchException;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Downloads;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;
import vn.thidua.platform.web.read.PositionInterceptor;

/** Drafts: looked at, decided on value by value, issued or given up. */
@RestController
@RequestMapping("/api/v1/plan/drafts")
class DraftsApi {

    /** How often what others change meanwhile is looked at again, where nobody has said which version they have seen. */
    private static final int TRIES = 3;

    private final Commands commands;
    private final DraftsQueries drafts;
    private final DraftReach reach;
    private final DraftingDesk desk;
    private final ContentNaming naming;
    private final Plans plans;
    private final Tasks tasks;
    private final UnitTree tree;
    private final StandingUnits standing;

    DraftsApi(
            Commands planCommands,
            DraftsQueries drafts,
            DraftReach reach,
            DraftingDesk desk,
            ContentNaming naming,
            Plans plans,
            Tasks tasks,
            UnitTree tree,
            StandingUnits standing) {
        this.standing = standing;
        this.commands = planCommands;
        this.drafts = drafts;
        this.reach = reach;
        this.desk = desk;
        this.naming = naming;
        this.plans = plans;
        this.tasks = tasks;
        this.tree = tree;
    }

    /** Drafts of a unit, and of those it answers for; of all within reach, if none is named. The last changed comes first. */
    @GetMapping
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN, Role.AUDITOR})
    Page<DraftAnswers.Line> list(@RequestParam(required = false) @Nullable String unit, Scope scope, PageRequest page) {
        @Nullable Collection<String> units;
        if (unit != null) {
            scope.requireNamed(unit);
            units = answeredBy(unit, scope.today());
        } else {
            units = scope.reachedUnits();
        }
        return drafts.list(units, page, row -> DraftAnswers.line(row, reach.nameOf(row.unit(), scope)));
    }

    private Set<String> answeredBy(String unit, LocalDate today) {
        Set<String> units = new TreeSet<>(Set.of(unit));
        for (String below : tree.answeredWithin(unit, today)) {
            if (tree.answering(below, today).equals(unit)) {
                units.add(below);
            }
        }
        return units;
    }

    /** Its content, what was read from the document with its places in the text, and what waits for a decision. */
    @GetMapping("/{id}")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN, Role.AUDITOR})
    ResponseEntity<DraftAnswers.Whole> draft(@PathVariable String id, Scope scope) {
        Draft draft = reach.open(id, scope);
        return Answers.versioned(draft.revision(), reach.whole(draft, scope));
    }

    /** The document as it was uploaded. */
    @GetMapping("/{id}/document")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN, Role.AUDITOR})
    ResponseEntity<InputStreamResource> document(@PathVariable String id, Scope scope) {
        Draft draft = reach.owned(id, scope);
        return Downloads.of(desk.document(draft).orElseThrow(UnknownResourceException::unknown));
    }

    /**
     * Changes values and tasks, all of it or nothing, for the version in {@code If-Match}: without it 428; if another one
     * stands, 412 with what stands in {@code current}.
     */
    @PostMapping("/{id}/revision")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.LEADER, Role.ADMIN})
    ResponseEntity<Void> revise(
            @PathVariable String id, @RequestBody @Valid DraftBodies.Revise body, Scope scope, CommandRequest request) {
        Draft seen = reach.owned(id, scope);
        long expected = request.requireExpectedVersion();
        Draft draft = seen.revision() < expected ? reach.owned(id, expected, scope) : seen;
        return CommandAnswers.changed(request, request.unlessDone(commands, () -> {
            PlanCommand.ReviseDraft command = revision(draft, body, scope);
            return reach.showing(id, scope, () -> request.send(commands, command));
        }));
    }

    private PlanCommand.ReviseDraft revision(Draft draft, DraftBodies.Revise body, Scope scope) {
        PlanDetails.PlanKind kind = body.kind() == null ? draft.details().kind() : body.kind();
        Set<PlanField> decided = EnumSet.noneOf(PlanField.class);
        PlanDetails details = FieldValues.withKind(draft.details(), kind);
        ContentBodies.Values values = body.fields();
        if (values != null) {
            decided.addAll(values.given());
            PlanDetails given = values.toDetails(kind);
            details = FieldValues.taken(details, naming.linked(given, draft.details(), draft.unit(), scope), decided);
        }
        List<PlanField> cleared = DraftBodies.fields(body.cleared(), "cleared");
        details = FieldValues.without(details, cleared);
        decided.addAll(cleared);
        List<PlannedTask> set = new ArrayList<>();
        int next = draft.nextNumber();
        List<ContentBodies.Task> given = body.tasks() == null ? List.of() : body.tasks();
        for (int i = 0; i < given.size(); i++) {
            ContentBodies.Task task = given.get(i);
            Integer n = task.n();
            set.add(new PlannedTask(
                    n == null ? next++ : n, naming.task(draft.unit(), task, scope.today(), "tasks[" + i + "]")));
        }
        ProposedValues proposed = desk.proposal(draft).map(ProposedValues::of).orElse(null);
        return new Revising(draft, proposed)
                .command(details, decided, set, body.drops() == null ? List.of() : body.drops());
    }

    /**
     * Takes values over as they were read: those named, or all that wait. Who is executing is filled in where that is
     * certain; the other words stay words.
     */
    @PostMapping("/{id}/acceptance")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.LEADER, Role.ADMIN})
    ResponseEntity<Void> accept(
            @PathVariable String id, @RequestBody @Valid DraftBodies.Accept body, Scope scope, CommandRequest request) {
        List<PlanField> fields = DraftBodies.fields(body.fields(), "fields");
        Draft seen = reach.owned(id, scope);
        Long expected = request.expectedVersion();
        Draft draft = expected != null && seen.revision() < expected ? reach.owned(id, expected, scope) : seen;
        return CommandAnswers.changed(
                request, reach.showing(id, scope, () -> accepted(draft, fields, body.tasks(), scope, request)));
    }

    /** What stands is written again as it was seen: if somebody has changed it meanwhile, it is looked at anew. */
    private Accepted accepted(
            Draft seen, List<PlanField> fields, @Nullable List<Integer> numbers, Scope scope, CommandRequest request) {
        Draft draft = seen;
        for (int tried = 1; ; tried++) {
            PlanCommand.ReviseDraft command = desk.accepting(draft, fields, numbers, scope.today());
            Long expected = request.expectedVersion();
            try {
                return commands.send(
                        command, request.act(), request.once(), expected == null ? draft.revision() : expected);
            } catch (VersionMismatchException e) {
                if (expected != null || tried == TRIES) {
                    throw e;
                }
                draft = reach.owned(draft.id(), e.actual(), scope);
            }
        }
    }

    /**
     * Puts the plan in force as it stands in the version of {@code If-Match}: without it 428. Its tasks begin a moment later.
     */
    @PostMapping("/{id}/issuance")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.LEADER, Role.OFFICER})
    ResponseEntity<CommandAnswers.Made> issue(@PathVariable String id, Scope scope, CommandRequest request) {
        Draft draft = reach.owned(id, scope);
        Accepted accepted = request.unlessDone(commands, () -> {
            long _ = request.requireExpectedVersion();
            standing.mustNotHaveEnded(draft.unit(), "unit", scope.today());
            return reach.showing(id, scope, () -> request.send(commands, new PlanCommand.IssuePlan(id, scope.today())));
        });
        boolean fresh = plans.find(id)
                .map(plan ->
                        new TreeSet<>(plan.tasks().stream().map(PlannedTask::n).toList()))
                .map(numbers -> tasks.awaitAssigned(id, numbers))
                .orElse(false);
        ResponseEntity<CommandAnswers.Made> made =
                CommandAnswers.created(request, accepted, plan -> "/api/v1/plan/plans/" + plan);
        return fresh
                ? made
                : ResponseEntity.status(made.getStatusCode())
                        .headers(made.getHeaders())
                        .header(PositionInterceptor.STALE, "true")
                        .body(made.getBody());
    }

    /** Gives up the version in {@code If-Match}: without it 428. Its files go a moment later. */
    @DeleteMapping("/{id}")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.LEADER, Role.ADMIN})
    ResponseEntity<Void> discard(@PathVariable String id, Scope scope, CommandRequest request) {
        reach.owned(id, scope);
        return CommandAnswers.changed(request, request.unlessDone(commands, () -> {
            long _ = request.requireExpectedVersion();
            return reach.showing(id, scope, () -> request.send(commands, new PlanCommand.DiscardDraft(id)));
        }));
    }
}
