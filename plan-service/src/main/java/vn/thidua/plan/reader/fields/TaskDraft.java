package vn.thidua.plan.reader.fields;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.DeadlineGrammar;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.structure.Outline;

/**
 * A task as read, every word still bound to its place.
 *
 * @param ordinal as in the document, or section.item; null when the document gives none
 * @param ordinalAt where the ordinal stands when it stands by itself
 * @param deadline the words of the deadline
 * @param windowAt the words the days were read from: those of the deadline, or a heading above
 * @param quarterAt the words that name the quarter, which may be a heading above
 * @param fromTable whether it is the row of a table
 * @param leadAsked whether the table has a column for who leads
 */
public record TaskDraft(
        @Nullable String ordinal,
        Passage ordinalAt,
        Passage text,
        Passage deadline,
        Passage windowAt,
        Passage quarterAt,
        @Nullable Integer quarter,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        List<Passage> lead,
        List<Passage> executors,
        List<Passage> coordinators,
        boolean fromTable,
        boolean leadAsked) {

    /** An item of an outline. */
    static TaskDraft of(
            Outline.@Nullable Node item,
            Passage text,
            Passage deadline,
            Passage quarterAt,
            DeadlineGrammar.@Nullable Window window,
            Responsible who) {
        return new TaskDraft(
                item == null ? null : item.path(),
                item == null ? Passage.EMPTY : item.pathAt(),
                text,
                deadline,
                deadline,
                quarterAt,
                window == null ? null : window.quarter(),
                window == null ? null : window.from(),
                window == null ? null : window.to(),
                who.lead(),
                who.executors(),
                who.coordinators(),
                false,
                false);
    }
}
