package vn.thidua.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.organization.domain.TreeFixture.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thidua.organization.domain.group.GroupCommand.ChangeGroup;
import vn.thidua.organization.domain.group.GroupCommand.CloseGroup;
import vn.thidua.organization.domain.group.GroupCommand.DefineGroup;
import vn.thidua.organization.domain.group.GroupEvent;
import vn.thidua.organization.domain.group.GroupMembers;
import vn.thidua.organization.domain.group.GroupRejection;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.UnitKind;

class GroupTest {

    private static final GroupMembers VILLAGES =
            new GroupMembers(GroupMembers.Kind.UNITS_OF_KIND, List.of(), UnitKind.VILLAGE, null);
    private static final GroupMembers OFFICIALS =
            new GroupMembers(GroupMembers.Kind.HOLDERS_OF_POSTS, List.of(), null, PostKind.OFFICIAL);

    private final TreeFixture tree = new TreeFixture();

    @Test
    void aGroupIsDefinedChangedAndClosedOnDays() {
        assertThat(tree.when(new DefineGroup("g", "x", "Các thôn", VILLAGES, day("2020-01-01"))))
                .containsExactly(new GroupEvent.GroupDefined("g", "x", "Các thôn", VILLAGES, day("2020-01-01")));
        assertThat(tree.refused(new ChangeGroup("g", "Các thôn", VILLAGES, day("2021-01-01"))))
                .isEqualTo(new GroupRejection.NothingChanges());
        assertThat(tree.when(new ChangeGroup("g", "Cán bộ", OFFICIALS, day("2021-01-01"))))
                .hasSize(1);
        tree.when(new CloseGroup("g", day("2022-01-01")));
        assertThat(tree.refused(new ChangeGroup("g", "Các thôn", VILLAGES, day("2022-01-01"))))
                .isEqualTo(new GroupRejection.NotThere());
    }

    @Test
    void membersFitTheKindOfGroup() {
        GroupMembers empty = new GroupMembers(GroupMembers.Kind.UNITS, List.of(), null, null);

        assertThat(tree.refused(new DefineGroup("g", "x", "Các thôn", empty, day("2020-01-01"))))
                .isEqualTo(new GroupRejection.MembersIncomplete());
    }
}
