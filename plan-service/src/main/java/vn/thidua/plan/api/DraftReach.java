package vn.thidua.plan.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.drafting.DraftingDesk;
import vn.thidua.plan.drafting.ProposedValues;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.drafts.DraftsQueries;
import vn.thidua.plan.view.drafts.DraftsQueries.Draft;
import vn.thidua.plan.view.wordings.AssigneeMatcher;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.VersionMismatchException;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.problem.OutdatedException;

/** Which drafts a caller may see, and how they are shown. */
@Component
class DraftReach {

    private final DraftsQueries drafts;
    private final DraftingDesk desk;
    private final Directory directory;
    private final AssigneeMatcher matcher;

    DraftReach(DraftsQueries drafts, DraftingDesk desk, Directory directory, AssigneeMatcher matcher) {
        this.drafts = drafts;
        this.desk = desk;
        this.directory = directory;
        this.matcher = matcher;
    }

    /**
     * A draft of a unit within reach, or what is left of one that is none any more: the plan says so itself when something
     * is wanted of it.
     *
     * @throws UnknownResourceException if there is none, or it is out of reach: 404
     */
    Draft owned(String id, Scope scope) {
        return owned(id, 0, scope);
    }

    /** The same, at a revision that the caller has seen. */
    Draft owned(String id, long revision, Scope scope) {
        Optional<Draft> draft = drafts.find(id, revision);
        scope.requireOwner(draft.map(Draft::unit).orElse(id));
        return draft.orElseThrow(UnknownResourceException::unknown);
    }

    /**
     * One that is a draft still.
     *
     * @throws UnknownResourceException as with {@link #owned}, and if it has been issued or given up: 404
     */
    Draft open(String id, Scope scope) {
        Draft draft = owned(id, scope);
        if (draft.state() != DraftsQueries.State.DRAFT) {
            throw UnknownResourceException.unknown();
        }
        return draft;
    }

    static DraftingDesk.Sending sending(CommandRequest request) {
        return new DraftingDesk.Sending(request.act(), request.once(), request.expectedVersion());
    }

    /**
     * Sends something, and shows what stands if the caller has seen another version.
     *
     * @throws OutdatedException if so: 412
     */
    Accepted showing(String id, Scope scope, Supplier<Accepted> act) {
        try {
            return act.get();
        } catch (VersionMismatchException e) {
            Optional<Draft> standing = drafts.find(id, e.actual());
            if (standing.isEmpty()) {
                throw e;
            }
            throw new OutdatedException(e.actual(), content(standing.get(), scope));
        }
    }

    DraftAnswers.Content content(Draft draft, Scope scope) {
        return DraftAnswers.content(draft, nameOf(draft.unit(), scope));
    }

    @Nullable
    String nameOf(String unit, Scope scope) {
        return directory.unit(unit, scope.today()).map(Directory.Unit::name).orElse(null);
    }

    DraftAnswers.Whole whole(Draft draft, Scope scope) {
        Optional<PlanProposal> proposal = desk.proposal(draft);
        List<PlannedTask> waiting = proposal.map(read -> ProposedValues.of(read).tasks().stream()
                        .filter(task -> draft.undecidedTasks().contains(task.n()))
                        .toList())
                .orElse(List.of());
        Set<String> words = new LinkedHashSet<>();
        Stream.concat(waiting.stream(), draft.tasks().stream())
                .map(PlannedTask::content)
                .flatMap(TaskContent::assignees)
                .filter(assignee -> assignee.targets().isEmpty())
                .forEach(assignee -> words.add(assignee.words()));
        return new DraftAnswers.Whole(
                content(draft, scope),
                proposal.map(DraftAnswers::proposal).orElse(null),
                proposal.map(PlanProposal::warnings).orElse(List.of()),
                desk.flags(draft),
                matcher.suggestAll(draft.unit(), words, scope.today()).entrySet().stream()
                        .map(said -> new DraftAnswers.WordsMeant(said.getKey(), said.getValue()))
                        .toList());
    }
}
