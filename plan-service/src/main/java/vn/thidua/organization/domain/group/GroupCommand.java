package vn.thidua.organization.domain.group;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a group. */
public sealed interface GroupCommand {

    /** @param unit whose group it is */
    record DefineGroup(
            @TargetAggregateIdentifier String group,
            String unit,
            String name,
            GroupMembers members,
            LocalDate effective)
            implements GroupCommand {}

    /** Name and members from a day on; the same day again puts an earlier change right. */
    record ChangeGroup(@TargetAggregateIdentifier String group, String name, GroupMembers members, LocalDate effective)
            implements GroupCommand {}

    /** @param effective first day on which it is no more */
    record CloseGroup(@TargetAggregateIdentifier String group, LocalDate effective) implements GroupCommand {}
}
