package vn.thidua.organization.domain.group;

import java.time.LocalDate;

/** What happened to a group. */
public sealed interface GroupEvent {

    String group();

    record GroupDefined(String group, String unit, String name, GroupMembers members, LocalDate effective)
            implements GroupEvent {}

    record GroupChanged(String group, String unit, String name, GroupMembers members, LocalDate effective)
            implements GroupEvent {}

    record GroupClosed(String group, String unit, LocalDate effective) implements GroupEvent {}
}
