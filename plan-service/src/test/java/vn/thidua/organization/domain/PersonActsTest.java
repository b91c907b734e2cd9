package vn.thidua.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.organization.domain.TreeFixture.day;
import static vn.thidua.organization.domain.TreeFixture.establish;
import static vn.thidua.organization.domain.TreeFixture.places;
import static vn.thidua.organization.domain.TreeFixture.sealed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.organization.domain.person.CitizenEvent;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.domain.person.PersonCommand.CitizenId;
import vn.thidua.organization.domain.person.PersonCommand.CorrectPerson;
import vn.thidua.organization.domain.person.PersonCommand.ErasePerson;
import vn.thidua.organization.domain.person.PersonCommand.HoldPost;
import vn.thidua.organization.domain.person.PersonCommand.LeavePost;
import vn.thidua.organization.domain.person.PersonCommand.MergePersons;
import vn.thidua.organization.domain.person.PersonCommand.RegisterPerson;
import vn.thidua.organization.domain.person.PersonCommand.RegisterPersons;
import vn.thidua.organization.domain.person.PersonCommand.WithdrawPersons;
import vn.thidua.organization.domain.person.PersonCommand.WithdrawPost;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.organization.domain.person.PersonRejection;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.UnitCommand.DissolveUnit;
import vn.thidua.organization.domain.unit.UnitCommand.WithdrawUnits;
import vn.thidua.organization.domain.unit.UnitEvent;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.domain.unit.UnitRejection;

class PersonActsTest {

    private final TreeFixture tree = new TreeFixture();

    @BeforeEach
    void aCommuneWithAVillage() {
        tree.given(
                establish("x", UnitKind.COMMUNE, null, "2000-01-01"),
                establish("v", UnitKind.VILLAGE, "x", "2000-01-01"));
    }

    private static RegisterPerson register(String id, @Nullable String citizen, @Nullable String importId) {
        return new RegisterPerson(
                id,
                "x",
                sealed(id, "name"),
                citizen == null ? null : new CitizenId(sealed(id, "number"), citizen),
                Gender.MALE,
                1980,
                day("2025-01-01"),
                importId);
    }

    private static HoldPost hold(String person, String post, String unit, PostKind kind, @Nullable String importId) {
        return new HoldPost(person, post, unit, "Trưởng thôn", kind, day("2020-01-01"), null, importId);
    }

    @Test
    void aSecondRecordOfOneCitizenIdIsAcceptedAndSaysSo() {
        tree.given(register("a", "hash-1", null));

        List<Object> events = tree.when(register("b", "hash-1", null));

        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        PersonEvent.PersonRegistered.class,
                        registered -> assertThat(registered.sameCitizenAs()).isEqualTo("a"));
        assertThat(tree.when(register("c", "hash-2", null)).getFirst())
                .isInstanceOfSatisfying(
                        PersonEvent.PersonRegistered.class,
                        registered -> assertThat(registered.sameCitizenAs()).isNull());
    }

    @Test
    void twoRowsOfOneFileWithTheSameCitizenIdAreFoundToo() {
        List<Object> events = tree.when(
                new RegisterPersons(List.of(register("a", "hash-1", "i"), register("b", "hash-1", "i")), List.of()));

        assertThat(events.stream()
                        .filter(PersonEvent.PersonRegistered.class::isInstance)
                        .map(event -> String.valueOf(((PersonEvent.PersonRegistered) event).sameCitizenAs())))
                .containsExactly("null", "a");
    }

    @Test
    void joiningLeavesOneRecordAndSaysWhichBecameOne() {
        tree.given(
                register("a", "hash-1", null),
                register("b", "hash-1", null),
                register("c", null, null),
                new MergePersons("b", "c"));

        assertThat(tree.when(new MergePersons("a", "b")))
                .contains(
                        new PersonEvent.PersonsMerged("a", "x", "b", List.of("a", "b", "c")),
                        new PersonEvent.PersonJoined("b", "x", "a"))
                .anyMatch(CitizenEvent.CitizenReleased.class::isInstance);
        assertThat(tree.refused(hold("b", "post", "v", PostKind.VILLAGE_HEAD, null)))
                .isEqualTo(new PersonRejection.JoinedElsewhere());
        assertThat(tree.refused(new MergePersons("a", "b"))).isEqualTo(new PersonRejection.JoinedElsewhere());
        // erasing erases all that was joined
        assertThat(tree.when(new ErasePerson("a")))
                .contains(new PersonEvent.PersonErased("a", "x", List.of("a", "b", "c")));
    }

    @Test
    void theRecordThatStaysTakesTheCitizenIdOver() {
        tree.given(register("a", null, null), register("b", "hash-1", null));

        assertThat(tree.when(new MergePersons("a", "b")).stream().filter(PersonEvent.class::isInstance))
                .containsExactly(
                        new PersonEvent.PersonsMerged("a", "x", "b", List.of("a", "b")),
                        new PersonEvent.PersonCorrected(
                                "a",
                                "x",
                                sealed("a", "name"),
                                sealed("b", "number"),
                                "hash-1",
                                null,
                                Gender.MALE,
                                1980),
                        new PersonEvent.PersonJoined("b", "x", "a"));
        assertThat(tree.when(register("c", "hash-1", null)).getFirst())
                .isInstanceOfSatisfying(
                        PersonEvent.PersonRegistered.class,
                        registered -> assertThat(registered.sameCitizenAs()).isEqualTo("a"));
        // and lets go of it when it is erased
        tree.given(new ErasePerson("c"));
        tree.when(new ErasePerson("a"));
        assertThat(tree.when(register("d", "hash-1", null)).getFirst())
                .isInstanceOfSatisfying(
                        PersonEvent.PersonRegistered.class,
                        registered -> assertThat(registered.sameCitizenAs()).isNull());
    }

    @Test
    void aCitizenIdThatIsTakenOverNamesTheThirdRecord() {
        tree.given(register("a", null, null), register("b", "hash-1", null), register("c", "hash-1", null));

        assertThat(tree.when(new MergePersons("a", "b")))
                .filteredOn(PersonEvent.PersonCorrected.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        PersonEvent.PersonCorrected.class,
                        corrected -> assertThat(corrected.sameCitizenAs()).isEqualTo("c"));
    }

    @Test
    void recordsOfTwoCitizensAreNotJoined() {
        tree.given(register("a", "hash-1", null), register("b", "hash-2", null));

        assertThat(tree.refused(new MergePersons("a", "b"))).isEqualTo(new PersonRejection.NotSameCitizen());
        assertThat(tree.refused(new MergePersons("a", "a"))).isEqualTo(new PersonRejection.SamePerson());
    }

    @Test
    void aCorrectedCitizenIdIsReleasedAndTheNewOneCompared() {
        tree.given(register("a", "hash-1", null), register("b", "hash-2", null));

        List<Object> events = tree.when(new CorrectPerson(
                "b", null, new CitizenId(sealed("b", "number"), "hash-1"), null, null, day("2025-01-01")));

        assertThat(events.getFirst()).isInstanceOfSatisfying(PersonEvent.PersonCorrected.class, corrected -> {
            assertThat(corrected.sameCitizenAs()).isEqualTo("a");
            assertThat(corrected.birthYear()).isEqualTo(1980);
        });
        assertThat(tree.when(register("c", "hash-2", null)).getFirst())
                .isInstanceOfSatisfying(
                        PersonEvent.PersonRegistered.class,
                        registered -> assertThat(registered.sameCitizenAs()).isNull());
        assertThat(tree.refused(new CorrectPerson("b", null, null, Gender.MALE, null, day("2025-01-01"))))
                .isEqualTo(new PersonRejection.NothingChanges());
    }

    @Test
    void aPostIsHeldWhereAUnitIsThatDay() {
        tree.given(register("a", null, null));

        assertThat(tree.refused(
                        new HoldPost("a", "1", "x", "Chủ tịch", PostKind.OFFICIAL, day("1999-12-31"), null, null)))
                .isEqualTo(new PersonRejection.UnitNotThere(day("1999-12-31")));
        assertThat(tree.refused(hold("a", "1", "x", PostKind.VILLAGE_HEAD, null)))
                .isEqualTo(new PersonRejection.OnlyInVillage());
        assertThat(tree.when(hold("a", "1", "v", PostKind.VILLAGE_HEAD, null)))
                .containsExactly(
                        new PersonEvent.PostHeld(
                                "a",
                                "x",
                                "1",
                                "v",
                                "Trưởng thôn",
                                PostKind.VILLAGE_HEAD,
                                day("2020-01-01"),
                                null,
                                null),
                        new UnitEvent.UnitReferred("v"));
        assertThat(tree.refused(hold("a", "2", "v", PostKind.VILLAGE_HEAD, null)))
                .isEqualTo(new PersonRejection.PostHeldAlready());
        assertThat(tree.refused(new WithdrawUnits(List.of("v")))).isEqualTo(new UnitRejection.StillReferredTo());
    }

    @Test
    void aPostThatWasLeftMayBeHeldAgainAndAnEarlierEndMayBeRecorded() {
        tree.given(
                register("a", null, null),
                hold("a", "1", "v", PostKind.VILLAGE_HEAD, null),
                new LeavePost("a", "1", day("2020-12-31")),
                new HoldPost("a", "2", "v", "Trưởng thôn", PostKind.VILLAGE_HEAD, day("2021-01-01"), null, null));

        assertThat(tree.refused(new LeavePost("a", "1", day("2020-12-31"))))
                .isEqualTo(new PersonRejection.PostEnded(day("2020-12-31")));
        assertThat(tree.refused(new LeavePost("a", "1", day("2019-12-31"))))
                .isEqualTo(new PersonRejection.PeriodReversed());
        assertThat(tree.when(new LeavePost("a", "1", day("2020-06-30")))).hasSize(1);
        assertThat(tree.when(new WithdrawPost("a", "2")).getFirst())
                .isInstanceOfSatisfying(PersonEvent.PostLeft.class, left -> assertThat(left.lastDay())
                        .isBefore(left.from()));
    }

    @Test
    void theEndOfAUnitDoesNotTouchThePostsHeldInIt() {
        tree.given(register("a", null, null), hold("a", "1", "v", PostKind.VILLAGE_HEAD, null));

        assertThat(tree.when(new DissolveUnit("v", null, places(), day("2024-01-01"))))
                .noneMatch(PersonEvent.class::isInstance);
        tree.when(new LeavePost("a", "1", day("2024-06-30")));
    }

    @Test
    void whatOneImportBroughtIsTakenBackWithItsPostsAndThenItsUnits() {
        tree.given(new vn.thidua.organization.domain.unit.UnitCommand.EstablishUnit(
                "w", UnitKind.VILLAGE, "W", "Thôn W", "x", day("2000-01-01"), null, List.of(), "i"));
        tree.given(new RegisterPersons(
                List.of(register("a", "hash-1", "i")), List.of(hold("a", "1", "w", PostKind.VILLAGE_HEAD, "i"))));

        assertThat(tree.refused(new WithdrawPersons(List.of("a"), "other")))
                .isEqualTo(new PersonRejection.StillReferredTo());
        assertThat(tree.when(new WithdrawPersons(List.of("a"), "i")))
                .anyMatch(PersonEvent.PostLeft.class::isInstance)
                .contains(new PersonEvent.PersonErased("a", "x", List.of("a")));
        tree.when(new WithdrawUnits(List.of("w")));
    }

    @Test
    void whatAnotherActHasAddedToKeepsAnImportFromBeingUndone() {
        tree.given(register("a", null, "i"), hold("a", "1", "v", PostKind.VILLAGE_HEAD, null));

        assertThat(tree.refused(new WithdrawPersons(List.of("a"), "i")))
                .isEqualTo(new PersonRejection.StillReferredTo());
    }

    @Test
    void anErasedPersonAcceptsNothingMore() {
        tree.given(register("a", "hash-1", null), new ErasePerson("a"));

        assertThat(tree.refused(new ErasePerson("a"))).isEqualTo(new PersonRejection.ErasedAlready());
        assertThat(tree.when(register("b", "hash-1", null)).getFirst())
                .isInstanceOfSatisfying(
                        PersonEvent.PersonRegistered.class,
                        registered -> assertThat(registered.sameCitizenAs()).isNull());
    }
}
