package vn.thidua.plan.view.wordings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Names;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.RowJson;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/**
 * Whom the words of a unit's documents meant last, as a person chose. Row: {@code {_id: "<unit>/<key of the words>",
 * unit, words, targets}}; a later choice takes the place of the earlier one, words that mean nobody change nothing.
 */
public final class WordingsView implements View {

    public static final String NAME = "wordings";

    static final String TARGETS = "targets";

    /** The targets of a row, inside one JSON text. */
    record Chosen(List<Target> targets) {}

    /** Id of the row for these words: the same for all spellings of them. */
    static String rowOf(String unit, String words) {
        return unit + "/" + Names.key(words);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (!(event.payload() instanceof PlanEvent plan)) {
            return;
        }
        switch (plan) {
            case PlanEvent.PlanDrafted e -> {
                // what was copied, or came from the plan above, was chosen elsewhere
                if (e.source().kind() == DraftSource.Kind.HAND) {
                    e.tasks().forEach(task -> remember(rows, e.unit(), task.content(), true));
                }
            }
            case PlanEvent.DraftTaskSet e -> remember(rows, e.unit(), e.content(), true);
            case PlanEvent.PlanIssued e ->
                // whoever signs it stands for what was copied too; a choice made for the same words stays
                e.tasks().forEach(task -> remember(rows, e.unit(), task.content(), false));
            case PlanEvent.PlanAmended e -> {
                Set<Integer> touched = new HashSet<>(e.changes().added());
                touched.addAll(e.changes().changed());
                e.tasks().stream()
                        .filter(task -> touched.contains(task.n()))
                        .map(PlannedTask::content)
                        .forEach(content -> remember(rows, e.unit(), content, true));
            }
            case PlanEvent.DraftDetailsSet _,
                    PlanEvent.DraftTaskDropped _,
                    PlanEvent.DraftDiscarded _,
                    PlanEvent.PlanSuperseded _,
                    PlanEvent.PlanClosed _,
                    PlanEvent.PlanLinked _ -> {
                // nobody was chosen
            }
        }
    }

    private static void remember(Rows rows, String unit, TaskContent content, boolean replacing) {
        content.assignees()
                .filter(WordingsView::meansSomebody)
                .forEach(assignee -> rows.change(rowOf(unit, assignee.words()), row -> {
                    if (replacing || !row.containsKey(TARGETS)) {
                        row.append("unit", unit)
                                .append("words", assignee.words())
                                .append(TARGETS, RowJson.write(new Chosen(assignee.targets())));
                    }
                    return row;
                }));
    }

    private static boolean meansSomebody(Assignee assignee) {
        return !assignee.targets().isEmpty() && !Names.key(assignee.words()).isEmpty();
    }
}
