package vn.thidua.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.organization.domain.TreeFixture.HERE;
import static vn.thidua.organization.domain.TreeFixture.day;
import static vn.thidua.organization.domain.TreeFixture.establish;
import static vn.thidua.organization.domain.TreeFixture.places;
import static vn.thidua.organization.domain.TreeFixture.until;
import static vn.thidua.organization.domain.TreeFixture.withCode;
import static vn.thidua.organization.domain.unit.UnitKind.BODY;
import static vn.thidua.organization.domain.unit.UnitKind.COMMUNE;
import static vn.thidua.organization.domain.unit.UnitKind.DISTRICT;
import static vn.thidua.organization.domain.unit.UnitKind.PROVINCE;
import static vn.thidua.organization.domain.unit.UnitKind.VILLAGE;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thidua.organization.domain.unit.UnitCommand.DissolveUnit;
import vn.thidua.organization.domain.unit.UnitCommand.EstablishUnit;
import vn.thidua.organization.domain.unit.UnitCommand.EstablishUnits;
import vn.thidua.organization.domain.unit.UnitCommand.MoveUnit;
import vn.thidua.organization.domain.unit.UnitCommand.Placement;
import vn.thidua.organization.domain.unit.UnitCommand.RenameUnit;
import vn.thidua.organization.domain.unit.UnitCommand.WithdrawUnits;
import vn.thidua.organization.domain.unit.UnitEvent;
import vn.thidua.organization.domain.unit.UnitEvent.Member;
import vn.thidua.organization.domain.unit.UnitRejection;

class UnitActsTest {

    private final TreeFixture tree = new TreeFixture();

    private TreeFixture district() {
        return tree.given(
                establish("p", PROVINCE, null, "2000-01-01"),
                establish("d", DISTRICT, "p", "2000-01-01"),
                establish("x", COMMUNE, "d", "2000-01-01"),
                establish("v", VILLAGE, "x", "2000-01-01"));
    }

    @Test
    void anEstablishedUnitStandsInTheTreeAndItsParentKnowsIt() {
        tree.given(establish("p", PROVINCE, null, "2000-01-01"));

        List<Object> events = tree.when(establish("d", DISTRICT, "p", "2010-05-01"));

        assertThat(events.getFirst())
                .isEqualTo(new UnitEvent.UnitEstablished(
                        "d", DISTRICT, "C-d", "Đơn vị d", "p", day("2010-05-01"), null, HERE, null));
        assertThat(events)
                .contains(new UnitEvent.MembersJoined("p", List.of(new Member("d", day("2010-05-01"), null))));
    }

    @Test
    void aUnitCannotBeginBeforeItsParent() {
        tree.given(establish("p", PROVINCE, null, "2000-01-01"));

        assertThat(tree.refused(establish("d", DISTRICT, "p", "1999-12-31")))
                .isEqualTo(new UnitRejection.UnitNotThere("parent", day("1999-12-31")));
    }

    @Test
    void aUnitCannotOutliveItsParent() {
        tree.given(until(establish("p", PROVINCE, null, "2000-01-01"), "2025-06-30"));

        assertThat(tree.refused(establish("d", DISTRICT, "p", "2001-01-01")))
                .isEqualTo(new UnitRejection.ParentEndsEarlier(day("2025-06-30")));
        tree.when(until(establish("d", DISTRICT, "p", "2001-01-01"), "2025-06-30"));
    }

    @Test
    void theTiersAreThoseOfTheDay() {
        tree.given(
                establish("p", PROVINCE, null, "2000-01-01"),
                until(establish("d", DISTRICT, "p", "2000-01-01"), "2025-06-30"));

        // two tiers from 1 July 2025 on, three before
        tree.when(establish("new", COMMUNE, "p", "2025-07-01"));
        assertThat(tree.refused(establish("early", COMMUNE, "p", "2025-06-30")))
                .isEqualTo(new UnitRejection.KindsDoNotFit(COMMUNE, PROVINCE, day("2025-06-30")));
        assertThat(tree.refused(establish("late", DISTRICT, "p", "2025-07-01")))
                .isEqualTo(new UnitRejection.KindsDoNotFit(DISTRICT, PROVINCE, day("2025-07-01")));
        assertThat(tree.refused(establish("alone", VILLAGE, null, "2020-01-01")))
                .isEqualTo(new UnitRejection.ParentMissing(VILLAGE, day("2020-01-01")));
    }

    @Test
    void aUnitMayBeRecordedWithAllOfItsPast() {
        tree.given(
                establish("p", PROVINCE, null, "2000-01-01"),
                until(establish("d", DISTRICT, "p", "2000-01-01"), "2025-06-30"));

        List<Object> events = tree.when(new EstablishUnit(
                "x",
                COMMUNE,
                "31201",
                "Xã An Bình",
                "d",
                day("2005-01-01"),
                null,
                List.of(new Placement("p", day("2025-07-01"))),
                "import-1"));

        assertThat(events)
                .contains(
                        new UnitEvent.UnitMoved("x", COMMUNE, "d", "p", day("2025-07-01"), null),
                        new UnitEvent.MembersJoined(
                                "d", List.of(new Member("x", day("2005-01-01"), day("2025-06-30")))),
                        new UnitEvent.MembersJoined("p", List.of(new Member("x", day("2025-07-01"), null))));
        // both the district and the commune's place below it have ended, so nothing is left to find a place for
        tree.when(new RenameUnit("x", "Phường An Bình", null, day("2025-07-01")));
    }

    @Test
    void manyUnitsInOneCommitMayStandUnderEachOther() {
        List<Object> events = tree.when(new EstablishUnits(List.of(
                establish("p", PROVINCE, null, "2000-01-01"),
                establish("d", DISTRICT, "p", "2000-01-01"),
                establish("x", COMMUNE, "d", "2000-01-01"))));

        assertThat(events.stream().filter(UnitEvent.UnitEstablished.class::isInstance))
                .hasSize(3);
    }

    @Test
    void oneBadRowAmongManyWritesNothing() {
        assertThat(tree.refused(new EstablishUnits(List.of(
                        establish("p", PROVINCE, null, "2000-01-01"), establish("d", DISTRICT, "?", "2000-01-01")))))
                .isEqualTo(new UnitRejection.UnknownUnit("parent"));
    }

    @Test
    void aCodeIsHeldByOneUnitAtATimeWhateverItsCase() {
        tree.given(withCode(until(establish("p", PROVINCE, null, "2000-01-01"), "2010-12-31"), "ab-1"));

        assertThat(tree.refused(withCode(establish("q", PROVINCE, null, "2010-12-31"), "AB-1")))
                .isEqualTo(new UnitRejection.CodeTaken("AB-1", day("2010-12-31")));
        tree.when(withCode(establish("q", PROVINCE, null, "2011-01-01"), "AB-1"));
    }

    @Test
    void aRenamingHoldsFromItsDayOnAndMayBeRecordedLate() {
        tree.given(
                establish("p", PROVINCE, null, "2000-01-01"), new RenameUnit("p", "Tỉnh Hai", null, day("2020-01-01")));

        assertThat(tree.when(new RenameUnit("p", "Tỉnh Một", null, day("2010-01-01"))))
                .containsExactly(new UnitEvent.UnitRenamed("p", PROVINCE, "Tỉnh Một", "C-p", day("2010-01-01")));
        // it is still called so later on
        assertThat(tree.refused(new RenameUnit("p", "Tỉnh Hai", null, day("2021-01-01"))))
                .isEqualTo(new UnitRejection.NothingChanges());
        assertThat(tree.refused(new RenameUnit("p", "Tỉnh Không", null, day("1999-01-01"))))
                .isEqualTo(new UnitRejection.UnitNotThere("effective", day("1999-01-01")));
    }

    @Test
    void aNewCodeFreesTheOldOneFromThatDayOn() {
        tree.given(establish("p", PROVINCE, null, "2000-01-01"), new RenameUnit("p", null, "NEW", day("2020-01-01")));

        assertThat(tree.refused(withCode(establish("q", PROVINCE, null, "2019-12-31"), "C-p")))
                .isEqualTo(new UnitRejection.CodeTaken("C-p", day("2019-12-31")));
        tree.when(withCode(establish("q", PROVINCE, null, "2020-01-01"), "C-p"));
    }

    @Test
    void aMoveRecordedLateHoldsUntilTheNextOne() {
        district();
        tree.given(
                establish("e", DISTRICT, "p", "2000-01-01"),
                establish("f", DISTRICT, "p", "2000-01-01"),
                new MoveUnit("x", "f", day("2020-01-01")));

        List<Object> events = tree.when(new MoveUnit("x", "e", day("2010-01-01")));

        Member tenYears = new Member("x", day("2010-01-01"), day("2019-12-31"));
        assertThat(events)
                .containsExactlyInAnyOrder(
                        new UnitEvent.UnitMoved("x", COMMUNE, "d", "e", day("2010-01-01"), day("2019-12-31")),
                        new UnitEvent.MembersLeft("d", List.of(tenYears)),
                        new UnitEvent.MembersJoined("e", List.of(tenYears)));
        // it left d for good in 2010, and e in 2020
        tree.when(new DissolveUnit("d", null, places(), day("2010-01-01")));
        assertThat(tree.refused(new DissolveUnit("e", null, places(), day("2019-12-31"))))
                .isEqualTo(new UnitRejection.UnitsBelowWithoutPlace(1, day("2019-12-31")));
        tree.when(new DissolveUnit("e", null, places(), day("2020-01-01")));
    }

    @Test
    void aBodyCannotStandBelowItself() {
        tree.given(
                establish("p", PROVINCE, null, "2000-01-01"),
                establish("office", BODY, "p", "2000-01-01"),
                establish("section", BODY, "office", "2000-01-01"),
                establish("desk", BODY, "section", "2000-01-01"));

        assertThat(tree.refused(new MoveUnit("office", "desk", day("2020-01-01"))))
                .isEqualTo(new UnitRejection.CircleClosed());
        assertThat(tree.refused(new MoveUnit("office", "office", day("2020-01-01"))))
                .isEqualTo(new UnitRejection.CircleClosed());
    }

    @Test
    void aMoveTellsEveryBodyAboveSoThatTwoMovesAtOnceCannotCloseACircle() {
        tree.given(
                establish("p", PROVINCE, null, "2000-01-01"),
                establish("a", BODY, "p", "2000-01-01"),
                establish("a1", BODY, "a", "2000-01-01"),
                establish("b", BODY, "p", "2000-01-01"));

        assertThat(tree.when(new MoveUnit("b", "a1", day("2020-01-01"))))
                .contains(new UnitEvent.BranchGrew("a1", "b"), new UnitEvent.BranchGrew("a", "b"));
    }

    @Test
    void aUnitEndsOnlyWhenAllBelowItHaveAPlace() {
        district();
        tree.given(establish("v2", VILLAGE, "x", "2000-01-01"), establish("y", COMMUNE, "d", "2000-01-01"));

        assertThat(tree.refused(new DissolveUnit("x", "y", places("v", "y"), day("2020-01-01"))))
                .isEqualTo(new UnitRejection.UnitsBelowWithoutPlace(1, day("2020-01-01")));
        List<Object> events = tree.when(new DissolveUnit("x", "y", places("v", "y", "v2", "y"), day("2020-01-01")));

        assertThat(events)
                .contains(
                        new UnitEvent.UnitDissolved(
                                "x",
                                "y",
                                List.of(
                                        new UnitEvent.Moved("v", "x", "y", null),
                                        new UnitEvent.Moved("v2", "x", "y", null)),
                                day("2020-01-01")),
                        new UnitEvent.UnitTransferred(
                                "v", "x", "y", day("2020-01-01"), null, UnitEvent.Cause.DISSOLUTION),
                        new UnitEvent.MembersLeft("d", List.of(new Member("x", day("2020-01-01"), null))));
        assertThat(tree.refused(establish("late", VILLAGE, "x", "2020-01-01")))
                .isEqualTo(new UnitRejection.UnitNotThere("parent", day("2020-01-01")));
        // the code is free again, and what was before may still be recorded
        tree.when(withCode(establish("z", COMMUNE, "d", "2020-01-01"), "C-x"));
        tree.when(new RenameUnit("x", "Xã Cũ", null, day("2015-01-01")));
    }

    @Test
    void aUnitCannotEndBeforeSomethingThatIsRecorded() {
        district();
        tree.given(new RenameUnit("v", "Thôn Mới", null, day("2022-01-01")));

        assertThat(tree.refused(new DissolveUnit("v", null, places(), day("2021-01-01"))))
                .isEqualTo(new UnitRejection.LaterActStands(day("2021-01-01")));
    }

    @Test
    void whatWasRecordedInErrorIsTakenBackFromBelow() {
        district();

        assertThat(tree.refused(new WithdrawUnits(List.of("x")))).isEqualTo(new UnitRejection.StillReferredTo());
        assertThat(tree.when(new WithdrawUnits(List.of("v", "x"))))
                .contains(
                        new UnitEvent.UnitWithdrawn("v", day("2000-01-01")),
                        new UnitEvent.UnitWithdrawn("x", day("2000-01-01")));
        tree.when(establish("x2", COMMUNE, "d", "2000-01-01"));
        tree.when(withCode(establish("x3", COMMUNE, "d", "2000-01-01"), "C-x"));
        assertThat(tree.refused(new RenameUnit("x", "Xã", null, day("2010-01-01"))))
                .isEqualTo(new UnitRejection.UnitNotThere("effective", day("2010-01-01")));
    }

    @Test
    void whoIsAtHomeElsewhereAcceptsNothingHere() {
        district();

        assertThat(tree.at("installation-2").refused(new RenameUnit("x", "Xã", null, day("2010-01-01"))))
                .isEqualTo(new UnitRejection.NotAtHome());
        assertThat(tree.at("installation-2").refused(new DissolveUnit("v", null, places(), day("2010-01-01"))))
                .isEqualTo(new UnitRejection.NotAtHome());
    }

    @Test
    void namesAndCodesAreChecked() {
        EstablishUnit good = establish("p", PROVINCE, null, "2000-01-01");
        assertThat(tree.refused(withCode(good, "mã có dấu"))).isEqualTo(new UnitRejection.CodeMalformed());
        assertThat(tree.refused(withCode(good, " "))).isEqualTo(new UnitRejection.TextMissing("code"));
        assertThat(tree.refused(until(good, "1999-01-01"))).isEqualTo(new UnitRejection.PeriodReversed());
    }
}
