package vn.thidua.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.organization.domain.TreeFixture.HERE;
import static vn.thidua.organization.domain.TreeFixture.day;
import static vn.thidua.organization.domain.TreeFixture.establish;
import static vn.thidua.organization.domain.TreeFixture.places;
import static vn.thidua.organization.domain.unit.UnitKind.BODY;
import static vn.thidua.organization.domain.unit.UnitKind.COMMUNE;
import static vn.thidua.organization.domain.unit.UnitKind.DISTRICT;
import static vn.thidua.organization.domain.unit.UnitKind.PROVINCE;
import static vn.thidua.organization.domain.unit.UnitKind.VILLAGE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.organization.domain.unit.UnitCommand.DissolveUnit;
import vn.thidua.organization.domain.unit.UnitCommand.MergeUnits;
import vn.thidua.organization.domain.unit.UnitCommand.MoveUnit;
import vn.thidua.organization.domain.unit.UnitCommand.Outcome;
import vn.thidua.organization.domain.unit.UnitCommand.RenameUnit;
import vn.thidua.organization.domain.unit.UnitCommand.SplitUnit;
import vn.thidua.organization.domain.unit.UnitCommand.WithdrawUnits;
import vn.thidua.organization.domain.unit.UnitEvent;
import vn.thidua.organization.domain.unit.UnitEvent.Cause;
import vn.thidua.organization.domain.unit.UnitEvent.Member;
import vn.thidua.organization.domain.unit.UnitEvent.Moved;
import vn.thidua.organization.domain.unit.UnitEvent.Part;
import vn.thidua.organization.domain.unit.UnitRejection;

class UnitMergersTest {

    private final TreeFixture tree = new TreeFixture();

    @BeforeEach
    void aProvinceWithADistrictAndTwoCommunes() {
        tree.given(
                establish("p", PROVINCE, null, "2000-01-01"),
                establish("d", DISTRICT, "p", "2000-01-01"),
                establish("x", COMMUNE, "d", "2000-01-01"),
                establish("y", COMMUNE, "d", "2000-01-01"),
                establish("x1", VILLAGE, "x", "2000-01-01"),
                establish("y1", VILLAGE, "y", "2000-01-01"),
                establish("y2", VILLAGE, "y", "2000-01-01"));
    }

    private static Outcome made(String id, String code) {
        return new Outcome(id, COMMUNE, code, "Xã " + id, "p");
    }

    private static Outcome standing(String id) {
        return new Outcome(id, null, null, null, null);
    }

    @Test
    void aMergeIntoANewUnitIsOneCommitOverAllOfThem() {
        List<Object> events = tree.when(new MergeUnits(made("n", "C-x"), List.of("x", "y"), day("2025-07-01")));

        List<Moved> moved = List.of(
                new Moved("x1", "x", "n", null), new Moved("y1", "y", "n", null), new Moved("y2", "y", "n", null));
        assertThat(events)
                .startsWith(
                        new UnitEvent.UnitFormed(
                                "n", COMMUNE, "C-x", "Xã n", "p", day("2025-07-01"), HERE, List.of("x", "y")),
                        new UnitEvent.UnitsMerged(
                                "n",
                                new Part("n", true, COMMUNE, "C-x", "Xã n", "p", HERE),
                                List.of("x", "y"),
                                moved,
                                day("2025-07-01")))
                .contains(
                        new UnitEvent.UnitEnded("x", "n", day("2025-07-01"), Cause.MERGER),
                        new UnitEvent.UnitEnded("y", "n", day("2025-07-01"), Cause.MERGER),
                        new UnitEvent.UnitTransferred("y2", "y", "n", day("2025-07-01"), null, Cause.MERGER),
                        new UnitEvent.MembersJoined("p", List.of(new Member("n", day("2025-07-01"), null))),
                        new UnitEvent.MembersLeft(
                                "d",
                                List.of(
                                        new Member("x", day("2025-07-01"), null),
                                        new Member("y", day("2025-07-01"), null))));
    }

    @Test
    void afterTheMergeTheDistrictIsEmptyAndMayEndOnTheSameDay() {
        tree.given(new MergeUnits(made("n", "C-x"), List.of("x", "y"), day("2025-07-01")));

        assertThat(tree.refused(new DissolveUnit("d", "p", places(), day("2025-06-30"))))
                .isEqualTo(new UnitRejection.UnitsBelowWithoutPlace(2, day("2025-06-30")));
        tree.when(new DissolveUnit("d", "p", places(), day("2025-07-01")));
    }

    @Test
    void aUnitThatStandsMayTakeAnotherInAndChangeItsName() {
        List<Object> events = tree.when(
                new MergeUnits(new Outcome("x", null, null, "Xã Lớn", null), List.of("y"), day("2020-01-01")));

        assertThat(events.getFirst())
                .isEqualTo(new UnitEvent.UnitsMerged(
                        "x",
                        new Part("x", false, COMMUNE, "C-x", "Xã Lớn", "d", HERE),
                        List.of("y"),
                        List.of(new Moved("y1", "y", "x", null), new Moved("y2", "y", "x", null)),
                        day("2020-01-01")));
        assertThat(tree.refused(new RenameUnit("x", "Xã Lớn", null, day("2021-01-01"))))
                .isEqualTo(new UnitRejection.NothingChanges());
    }

    @Test
    void whatMovedLaterIsNotMovedByAnEarlierMerge() {
        tree.given(new MoveUnit("y1", "x", day("2021-01-01")));

        List<Object> events = tree.when(new MergeUnits(standing("x"), List.of("y"), day("2022-01-01")));

        assertThat(events)
                .noneMatch(event ->
                        event instanceof UnitEvent.UnitTransferred t && t.unit().equals("y1"));
    }

    @Test
    void aMergeNeedsSeveralUnitsOfOneKindThatAreThere() {
        assertThat(tree.refused(new MergeUnits(made("n", "N"), List.of("x"), day("2025-07-01"))))
                .isEqualTo(new UnitRejection.TooFewUnits());
        assertThat(tree.refused(new MergeUnits(made("n", "N"), List.of("x", "x"), day("2025-07-01"))))
                .isEqualTo(new UnitRejection.NamedTwice());
        assertThat(tree.refused(new MergeUnits(standing("x"), List.of("x", "y"), day("2025-07-01"))))
                .isEqualTo(new UnitRejection.NamedTwice());
        assertThat(tree.refused(new MergeUnits(made("n", "N"), List.of("x", "x1"), day("2025-07-01"))))
                .isEqualTo(new UnitRejection.KindsDiffer());
        assertThat(tree.refused(new MergeUnits(made("n", "N"), List.of("x", "y"), day("1999-07-01"))))
                .isEqualTo(new UnitRejection.UnitNotThere("units", day("1999-07-01")));
        assertThat(tree.refused(new MergeUnits(made("n", "C-d"), List.of("x", "y"), day("2025-07-01"))))
                .isEqualTo(new UnitRejection.CodeTaken("C-d", day("2025-07-01")));
    }

    @Test
    void aMergeBeforeALaterActIsRefused() {
        tree.given(new RenameUnit("y", "Xã Mới", null, day("2024-01-01")));

        assertThat(tree.refused(new MergeUnits(standing("x"), List.of("y"), day("2023-01-01"))))
                .isEqualTo(new UnitRejection.LaterActStands(day("2023-01-01")));
    }

    @Test
    void aBodyCannotTakeInWhatItStandsBelow() {
        tree.given(
                establish("a", BODY, "p", "2000-01-01"),
                establish("b", BODY, "a", "2000-01-01"),
                establish("c", BODY, "b", "2000-01-01"));

        assertThat(tree.refused(new MergeUnits(standing("c"), List.of("a"), day("2020-01-01"))))
                .isEqualTo(new UnitRejection.CircleClosed());
        assertThat(tree.refused(new MergeUnits(standing("b"), List.of("a"), day("2020-01-01"))))
                .isEqualTo(new UnitRejection.CircleClosed());
    }

    @Test
    void aSplitThatEndsTheUnitGivesEveryVillageAPartAndThePostsASuccessor() {
        Outcome one = new Outcome("m", COMMUNE, "M", "Xã M", "d");
        Outcome two = new Outcome("n", COMMUNE, "N", "Xã N", "d");

        assertThat(tree.refused(new SplitUnit("y", List.of(one, two), places("y1", "m"), "m", day("2020-01-01"))))
                .isEqualTo(new UnitRejection.UnitsBelowWithoutPlace(1, day("2020-01-01")));
        assertThat(tree.refused(
                        new SplitUnit("y", List.of(one, two), places("y1", "m", "y2", "n"), "x", day("2020-01-01"))))
                .isEqualTo(new UnitRejection.SuccessorNotAmongParts());
        List<Object> events =
                tree.when(new SplitUnit("y", List.of(one, two), places("y1", "m", "y2", "n"), "m", day("2020-01-01")));

        assertThat(events.getFirst())
                .isEqualTo(new UnitEvent.UnitSplit(
                        "y",
                        true,
                        "m",
                        List.of(
                                new Part("m", true, COMMUNE, "M", "Xã M", "d", HERE),
                                new Part("n", true, COMMUNE, "N", "Xã N", "d", HERE)),
                        List.of(new Moved("y1", "y", "m", null), new Moved("y2", "y", "n", null)),
                        day("2020-01-01")));
        assertThat(events)
                .contains(
                        new UnitEvent.MembersJoined("m", List.of(new Member("y1", day("2020-01-01"), null))),
                        new UnitEvent.UnitTransferred("y2", "y", "n", day("2020-01-01"), null, Cause.SPLIT));
        assertThat(tree.refused(establish("y3", VILLAGE, "y", "2020-01-01")))
                .isEqualTo(new UnitRejection.UnitNotThere("parent", day("2020-01-01")));
    }

    @Test
    void aSplitMayLeaveTheUnitWithTheRest() {
        tree.given(new SplitUnit(
                "y", List.of(new Outcome("n", COMMUNE, "N", "Xã N", "d")), places("y2", "n"), null, day("2020-01-01")));

        assertThat(tree.refused(new DissolveUnit("y", null, places(), day("2021-01-01"))))
                .isEqualTo(new UnitRejection.UnitsBelowWithoutPlace(1, day("2021-01-01")));
        tree.when(new DissolveUnit("y", "n", places("y1", "n"), day("2021-01-01")));
    }

    @Test
    void whatAMergeMadeCannotBeWithdrawn() {
        tree.given(new MergeUnits(made("n", "N"), List.of("x", "y"), day("2025-07-01")));

        assertThat(tree.refused(new WithdrawUnits(List.of("n")))).isEqualTo(new UnitRejection.StillReferredTo());
        assertThat(tree.refused(new WithdrawUnits(List.of("x")))).isEqualTo(new UnitRejection.StillReferredTo());
    }
}
