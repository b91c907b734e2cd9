package vn.thidua.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.thidua.organization.domain.group.GroupEvent;
import vn.thidua.organization.domain.group.GroupMembers;
import vn.thidua.organization.domain.imports.ImportEvent;
import vn.thidua.organization.domain.person.CitizenEvent;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.CodeEvent;
import vn.thidua.organization.domain.unit.UnitEvent;
import vn.thidua.organization.domain.unit.UnitEvent.Cause;
import vn.thidua.organization.domain.unit.UnitEvent.Member;
import vn.thidua.organization.domain.unit.UnitEvent.Moved;
import vn.thidua.organization.domain.unit.UnitEvent.Part;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.platform.values.Sealed;

/** One event of each kind, with the same facts as the samples of the contracts. */
public final class EventSamples {

    private static final String INSTALLATION = "0193ffff-0000-7000-8000-000000000001";
    private static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);

    private EventSamples() {}

    public static String id(int n) {
        return "01940000-0000-7000-8000-%012d".formatted(n);
    }

    public static Sealed sealed(int person) {
        return new Sealed("person:" + id(person), "k1", "AAECAwQFBgcICQoL", "c2VhbGVkIG5hbWUgYW5kIGl0cyB0YWc=");
    }

    public static List<UnitEvent> units() {
        LocalDate split = LocalDate.of(2023, 4, 1);
        return List.of(
                new UnitEvent.UnitEstablished(
                        id(3),
                        UnitKind.COMMUNE,
                        "31201",
                        "Xã An Bình",
                        id(2),
                        LocalDate.of(2020, 1, 1),
                        null,
                        INSTALLATION,
                        id(900)),
                new UnitEvent.UnitFormed(
                        id(10),
                        UnitKind.COMMUNE,
                        "31217",
                        "Xã Bình Phước",
                        id(1),
                        TWO_TIERS,
                        INSTALLATION,
                        List.of(id(3), id(4))),
                new UnitEvent.UnitRenamed(id(3), UnitKind.COMMUNE, "Phường An Bình", "31201", LocalDate.of(2024, 3, 1)),
                new UnitEvent.UnitMoved(id(3), UnitKind.COMMUNE, id(2), id(1), TWO_TIERS, null),
                new UnitEvent.UnitTransferred(id(21), id(3), id(10), TWO_TIERS, null, Cause.MERGER),
                new UnitEvent.UnitsMerged(
                        id(10),
                        new Part(id(10), true, UnitKind.COMMUNE, "31217", "Xã Bình Phước", id(1), INSTALLATION),
                        List.of(id(3), id(4)),
                        List.of(new Moved(id(21), id(3), id(10), null), new Moved(id(22), id(4), id(10), null)),
                        TWO_TIERS),
                new UnitEvent.UnitEnded(id(3), id(10), TWO_TIERS, Cause.MERGER),
                new UnitEvent.UnitSplit(
                        id(5),
                        true,
                        id(11),
                        List.of(
                                new Part(id(11), true, UnitKind.COMMUNE, "31221", "Xã Tân Lập", id(2), INSTALLATION),
                                new Part(id(12), true, UnitKind.COMMUNE, "31222", "Xã Tân Thành", id(2), INSTALLATION)),
                        List.of(new Moved(id(23), id(5), id(11), null), new Moved(id(24), id(5), id(12), null)),
                        split),
                new UnitEvent.UnitDissolved(id(2), id(1), List.of(new Moved(id(31), id(2), id(1), null)), TWO_TIERS),
                new UnitEvent.UnitWithdrawn(id(6), LocalDate.of(2020, 1, 1)),
                new UnitEvent.MembersJoined(
                        id(2), List.of(new Member(id(3), LocalDate.of(2020, 1, 1), LocalDate.of(2025, 6, 30)))),
                new UnitEvent.MembersLeft(id(2), List.of(new Member(id(3), TWO_TIERS, null))),
                new UnitEvent.BranchGrew(id(31), id(32)),
                new UnitEvent.UnitReferred(id(3)));
    }

    public static List<PersonEvent> people() {
        LocalDate from = LocalDate.of(2021, 5, 1);
        String title = "Công chức Văn phòng - Thống kê";
        return List.of(
                new PersonEvent.PersonRegistered(
                        id(101), id(3), sealed(101), sealed(101), "9f86d081", id(102), Gender.FEMALE, 1985, id(900)),
                new PersonEvent.PersonCorrected(id(101), id(3), sealed(101), null, null, null, Gender.FEMALE, 1985),
                new PersonEvent.PostHeld(id(101), id(3), id(201), id(3), title, PostKind.OFFICIAL, from, null, id(900)),
                new PersonEvent.PostLeft(
                        id(101), id(3), id(201), id(3), title, PostKind.OFFICIAL, from, LocalDate.of(2025, 6, 30)),
                new PersonEvent.PersonsMerged(id(101), id(3), id(102), List.of(id(101), id(102))),
                new PersonEvent.PersonJoined(id(102), id(4), id(101)),
                new PersonEvent.PersonErased(id(101), id(3), List.of(id(101), id(102))));
    }

    public static List<CodeEvent> codes() {
        return List.of(
                new CodeEvent.CodeTaken(id(301), "31201", id(3), LocalDate.of(2020, 1, 1), null),
                new CodeEvent.CodeFreed(id(301), "31201", id(3), TWO_TIERS, null));
    }

    public static List<CitizenEvent> citizens() {
        return List.of(
                new CitizenEvent.CitizenRecorded(id(302), id(101)), new CitizenEvent.CitizenReleased(id(302), id(101)));
    }

    public static List<GroupEvent> groups() {
        GroupMembers villages = new GroupMembers(GroupMembers.Kind.UNITS_OF_KIND, List.of(), UnitKind.VILLAGE, null);
        GroupMembers listed = new GroupMembers(GroupMembers.Kind.UNITS, List.of(id(21), id(22)), null, null);
        return List.of(
                new GroupEvent.GroupDefined(id(401), id(3), "Các thôn", villages, LocalDate.of(2020, 1, 1)),
                new GroupEvent.GroupChanged(id(401), id(3), "Các thôn ven sông", listed, LocalDate.of(2024, 1, 1)),
                new GroupEvent.GroupClosed(id(401), id(3), TWO_TIERS));
    }

    public static List<ImportEvent> imports() {
        String hash = "5f".repeat(32);
        return List.of(
                new ImportEvent.ImportProposed(
                        id(501),
                        id(3),
                        id(502),
                        id(503),
                        hash,
                        120,
                        2,
                        true,
                        Map.of("NEW_UNIT", 20, "NEW_PERSON", 100)),
                new ImportEvent.ImportDiscarded(id(501)),
                new ImportEvent.ImportStarted(id(501)),
                new ImportEvent.ImportBatchApplied(id(501), 0),
                new ImportEvent.ImportCompleted(id(501)),
                new ImportEvent.ImportStopped(id(501), 1, "unit-code-taken", "Mã đang được đơn vị khác dùng."),
                new ImportEvent.ImportResumed(id(501)),
                new ImportEvent.ImportUndoStarted(id(501)),
                new ImportEvent.ImportBatchUndone(id(501), 1),
                new ImportEvent.ImportUndone(id(501)));
    }
}
