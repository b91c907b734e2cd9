package vn.thidua.plan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.Outcome;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.drafting.ProposedValues;
import vn.thidua.plan.drafting.copy.CopyFlag;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.source.SourceRange;
import vn.thidua.plan.view.drafts.DraftsQueries;
import vn.thidua.plan.view.wordings.Suggestion;

/** What is said about drafts. */
final class DraftAnswers {

    private DraftAnswers() {}

    /** A unit; its name is absent as long as nobody has told of it. */
    record UnitName(String id, @Nullable String name) {}

    /**
     * A draft in a list.
     *
     * @param kind what it began from
     * @param undecided how many values and tasks wait for a decision
     * @param changedBy id of who changed it last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String id,
            UnitName unit,
            DraftSource.Kind kind,
            @Nullable String title,
            @Nullable String documentNumber,
            int tasks,
            int undecided,
            Instant begunAt,
            Instant changedAt,
            String changedBy,
            long revision) {}

    /** What waits for a decision: names of values, numbers of tasks. */
    record Undecided(List<String> fields, List<Integer> tasks) {}

    /** @param outcome what was made of the one that was read; absent if it came otherwise and was never changed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DraftTask(int n, TaskContent content, @Nullable Outcome outcome) {}

    /**
     * The content of a draft at one revision.
     *
     * @param revision the ETag
     * @param plan the plan copied, or the plan above
     * @param hasDocument whether a document can be downloaded
     * @param outcomes what was made of each value decided on, by its name
     * @param dropped numbers of tasks that were dropped and may be brought back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            String id,
            long revision,
            UnitName unit,
            DraftsQueries.State state,
            DraftSource.Kind kind,
            @Nullable String plan,
            boolean hasDocument,
            PlanDetails details,
            List<DraftTask> tasks,
            List<Integer> dropped,
            Undecided undecided,
            Map<String, Outcome> outcomes,
            Instant begunAt,
            Instant changedAt,
            String changedBy) {}

    /**
     * What was read from the document.
     *
     * @param details as they are taken over if accepted; a date of issue of which a part is blank is not among them
     * @param tasks the one read first has number 1
     * @param sources where in the text each value stands, by its path: {@code tasks[0]} is number 1
     */
    record Proposal(
            @Nullable String issuingUnit,
            PlanDetails details,
            List<PlannedTask> tasks,
            String text,
            Map<String, List<SourceRange>> sources) {}

    /** Whom words may mean, the likeliest first; empty if nobody is known. */
    record WordsMeant(String words, List<Suggestion> suggestions) {}

    /**
     * All about a draft.
     *
     * @param proposal absent if it has no document
     * @param warnings of the reader
     * @param flags what is to be looked at in a copy
     * @param wordsMeant for all words that mean nobody yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            Content content,
            @Nullable Proposal proposal,
            List<PlanProposal.Warning> warnings,
            List<CopyFlag> flags,
            List<WordsMeant> wordsMeant) {}

    static Line line(DraftsQueries.Line row, @Nullable String unitName) {
        return new Line(
                row.id(),
                new UnitName(row.unit(), unitName),
                row.kind(),
                row.title(),
                row.documentNumber(),
                row.tasks(),
                row.undecided(),
                row.begunAt(),
                row.changedAt(),
                row.changedBy(),
                row.revision());
    }

    static Content content(DraftsQueries.Draft draft, @Nullable String unitName) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        draft.outcomes().forEach((field, outcome) -> outcomes.put(field.path(), outcome));
        return new Content(
                draft.id(),
                draft.revision(),
                new UnitName(draft.unit(), unitName),
                draft.state(),
                draft.source().kind(),
                draft.source().plan(),
                draft.source().file() != null,
                draft.details(),
                draft.tasks().stream()
                        .map(task -> new DraftTask(
                                task.n(), task.content(), draft.taskOutcomes().get(task.n())))
                        .toList(),
                draft.dropped(),
                new Undecided(
                        draft.undecidedFields().stream().map(PlanField::path).toList(), draft.undecidedTasks()),
                outcomes,
                draft.begunAt(),
                draft.changedAt(),
                draft.changedBy());
    }

    static Proposal proposal(PlanProposal read) {
        ProposedValues values = ProposedValues.of(read);
        return new Proposal(read.issuingUnit(), values.details(), values.tasks(), read.text(), read.sources());
    }
}
