package vn.thidua.plan.domain;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a task says.
 *
 * @param ordinal as printed, as {@code 3} or {@code II.3}
 * @param deadlineText the deadline in the words of the document
 * @param quarter 1 to 4 where the words name one
 * @param dueFrom first day
 * @param dueTo last day, inclusive; null if there is no end
 * @param lead those who lead (chủ trì, chỉ đạo)
 * @param executors those who execute (thực hiện)
 * @param coordinators those who coordinate (phối hợp)
 */
public record TaskContent(
        @Nullable String ordinal,
        String text,
        @Nullable String deadlineText,
        @Nullable Integer quarter,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        List<Assignee> lead,
        List<Assignee> executors,
        List<Assignee> coordinators) {

    public TaskContent {
        lead = List.copyOf(lead);
        executors = List.copyOf(executors);
        coordinators = List.copyOf(coordinators);
    }

    public Stream<Assignee> assignees() {
        return Stream.of(lead, executors, coordinators).flatMap(List::stream);
    }

    /** All units that answer for somebody named, in whatever role, in the order in which they are named. */
    public Set<String> units() {
        Set<String> units = new LinkedHashSet<>();
        assignees().flatMap(each -> each.targets().stream()).forEach(target -> units.addAll(target.answering()));
        return units;
    }

    public TaskContent withDueTo(@Nullable LocalDate day) {
        return new TaskContent(ordinal, text, deadlineText, quarter, dueFrom, day, lead, executors, coordinators);
    }
}
