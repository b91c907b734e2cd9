package vn.thidua.plan.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.drafting.DraftRejection;
import vn.thidua.plan.drafting.DraftingDesk;
import vn.thidua.plan.reader.ReadLimits;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.command.UploadRequest;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** How a draft begins: from a document, by hand, from an earlier plan, from the plan above. */
@RestController
@RequestMapping("/api/v1/plan/drafts")
class DraftBeginningsApi {

    private static final String DRAFTS = "/api/v1/plan/drafts/";

    /** Documents that are held in memory at once, each with all its bytes. */
    private static final int UPLOADS = 16;

    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final Semaphore uploads = new Semaphore(UPLOADS);
    private final DraftingDesk desk;
    private final Plans plans;
    private final PlanReach reach;
    private final Directory directory;
    private final UnitTree tree;
    private final StandingUnits standing;
    private final Commands commands;

    DraftBeginningsApi(
            DraftingDesk desk,
            Plans plans,
            PlanReach reach,
            Directory directory,
            UnitTree tree,
            StandingUnits standing,
            Commands planCommands) {
        this.standing = standing;
        this.commands = planCommands;
        this.desk = desk;
        this.plans = plans;
        this.reach = reach;
        this.directory = directory;
        this.tree = tree;
    }

    /**
     * A plan as text, Word (.docx) or PDF with text, of at most 20 MiB, as the bytes of the body. What is read from it waits
     * for a decision, value by value; a file that cannot be read is refused with what to do, and not kept.
     *
     * @param name of the file
     */
    @PostMapping(path = "/documents", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.LEADER, Role.ADMIN})
    ResponseEntity<CommandAnswers.Made> fromDocument(
            @RequestParam @Size(max = 64) String unit,
            @RequestParam(defaultValue = "ke-hoach") @Size(max = 300) String name,
            Scope scope,
            UploadRequest from)
            throws IOException {
        scope.requireNamed(unit);
        mustBeFree();
        try {
            byte[] document = from.read(ReadLimits.DEFAULT.bytes());
            CommandRequest request = from.command(document);
            return made(
                    unit,
                    scope,
                    request,
                    () -> desk.fromDocument(Ids.fresh(), unit, document, name, DraftReach.sending(request)));
        } finally {
            uploads.release();
        }
    }

    /** @throws ProblemException if too many documents are on their way at once: 429 */
    private void mustBeFree() {
        try {
            if (uploads.tryAcquire(A_WHILE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(ProblemType.TOO_MANY_REQUESTS);
    }

    /** An empty one, or with a title and a year. */
    @PostMapping
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.LEADER, Role.ADMIN})
    ResponseEntity<CommandAnswers.Made> byHand(
            @RequestBody @Valid DraftBodies.Begin body, Scope scope, CommandRequest request) {
        scope.requireNamed(body.unit());
        PlanDetails.PlanKind kind = body.kind() == null ? PlanDetails.PlanKind.YEAR : body.kind();
        ContentBodies.Values values = new ContentBodies.Values(
                null, null, null, body.title(), body.year(), null, null, null, null, null, null, null, null);
        return made(
                body.unit(),
                scope,
                request,
                () -> desk.byHand(Ids.fresh(), body.unit(), values.toDetails(kind), DraftReach.sending(request)));
    }

    /** The next year's plan, as a copy of an earlier one of the same unit: dates and years moved, and flagged. */
    @PostMapping("/copies")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.LEADER, Role.ADMIN})
    ResponseEntity<CommandAnswers.Made> copy(
            @RequestBody @Valid DraftBodies.BeginWith body, Scope scope, CommandRequest request) throws IOException {
        scope.requireNamed(body.unit());
        return made(body.unit(), scope, request, () -> {
            Plans.Plan earlier = plans.find(body.plan())
                    .filter(plan -> isOf(plan.unit(), body.unit(), scope))
                    .orElseThrow(() -> new RejectedException(new DraftRejection.PlanUnknown("plan")));
            return desk.copy(Ids.fresh(), body.unit(), earlier, scope.today(), DraftReach.sending(request));
        });
    }

    /** The unit's own plan, with what a plan above gives it to do. */
    @PostMapping("/from-above")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.LEADER, Role.ADMIN})
    ResponseEntity<CommandAnswers.Made> fromAbove(
            @RequestBody @Valid DraftBodies.BeginWith body, Scope scope, CommandRequest request) {
        scope.requireNamed(body.unit());
        return made(body.unit(), scope, request, () -> {
            reach.requireReadable(body.plan(), "plan", body.unit(), scope);
            Plans.Plan above = plans.find(body.plan())
                    .filter(plan -> isAbove(plan, body.unit(), scope))
                    .orElseThrow(() -> new RejectedException(new DraftRejection.PlanUnknown("plan")));
            Directory.Unit unit = directory
                    .unit(body.unit(), scope.today())
                    .orElseThrow(() -> new RejectedException(new DraftRejection.AssigneeUnknown("unit")));
            return desk.fromAbove(Ids.fresh(), unit, above, scope.today(), DraftReach.sending(request));
        });
    }

    /** A plan of the unit, or of one for which it answers today. */
    private boolean isOf(String owner, String unit, Scope scope) {
        return tree.answering(owner, scope.today()).equals(tree.answering(unit, scope.today()));
    }

    /** A plan of a tier above, or one that gives the unit something to do. */
    private boolean isAbove(Plans.Plan plan, String unit, Scope scope) {
        if (isOf(plan.unit(), unit, scope)) {
            return false;
        }
        Set<String> given = new LinkedHashSet<>();
        plan.tasks().forEach(task -> given.addAll(task.content().units()));
        return tree.isUnder(
                        tree.answering(unit, scope.today()), tree.answering(plan.unit(), scope.today()), scope.today())
                || given.stream().anyMatch(each -> isOf(each, unit, scope));
    }

    /** What was begun under the same key before is answered again, also if the unit has ended since. */
    private <E extends Exception> ResponseEntity<CommandAnswers.Made> made(
            String unit, Scope scope, CommandRequest request, CommandRequest.Doing<E> begin) throws E {
        Accepted accepted = request.unlessDone(commands, () -> {
            standing.mustNotHaveEnded(unit, "unit", scope.today());
            return begin.done();
        });
        return CommandAnswers.created(request, accepted, id -> DRAFTS + id);
    }
}
