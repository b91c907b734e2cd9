package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.platform.values.Rejection.Kind;

class PlanRejectionTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 8);

    static Stream<PlanRejection> all() {
        return Stream.of(
                new PlanRejection.Incomplete(List.of("issueDate"), List.of("tasks[2]")),
                new PlanRejection.TextMissing("tasks[3].text"),
                new PlanRejection.TextTooLong("theme", 5),
                new PlanRejection.TooMany("recipients", 5),
                new PlanRejection.ContentTooLong(5),
                new PlanRejection.OutOfRange("tasks[3].quarter", 1, 4),
                new PlanRejection.DayOutOfRange("tasks[3].dueTo", DAY, DAY),
                new PlanRejection.PeriodReversed("tasks[3].dueTo"),
                new PlanRejection.ComparatorUnknown("targets[0].comparator"),
                new PlanRejection.AssigneeEmpty("tasks[3].lead[0]"),
                new PlanRejection.TaskUnknown(3),
                new PlanRejection.TaskNamedTwice(3),
                new PlanRejection.TaskSetAndDropped(3),
                new PlanRejection.TaskNumberSkips(5, 4),
                new PlanRejection.TaskNumberUsed(2, 4),
                new PlanRejection.NothingChanges(),
                new PlanRejection.IssueDateAhead(DAY),
                new PlanRejection.NumberUsed("15/KH-UBND", 2024),
                new PlanRejection.IssuedNotEdited("15/KH-UBND"),
                new PlanRejection.NotIssued(),
                new PlanRejection.Discarded(),
                new PlanRejection.Superseded(null, DAY),
                new PlanRejection.Closed(DAY),
                new PlanRejection.StaysAsIssued("issueDate"),
                new PlanRejection.EffectiveTooEarly(DAY),
                new PlanRejection.EffectiveTooLate(DAY),
                new PlanRejection.NoSuchPlan("above"),
                new PlanRejection.SamePlan("above"),
                new PlanRejection.PlanHasEnded("by.plan"),
                new PlanRejection.CircleClosed("implementsDocuments[0].plan"),
                new PlanRejection.NoSuchCitation(1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itSaysWhatIsWrongAndWhatToDo(PlanRejection rejection) {
        assertThat(rejection.vietnamese()).matches("(?s).*\\. ?Hãy .*\\.").matches("^[A-ZĐ].*");
        assertThat(rejection.english()).endsWith(".");
        assertThat(rejection.code()).matches("[a-z]+(-[a-z]+)*");
        // what blames a field names it in words, not by its path alone
        rejection.field().ifPresent(field -> assertThat(FieldWords.of(field)).isNotEqualTo(field));
    }

    @Test
    void everyKindIsAmongThem() {
        assertThat(all().map(Object::getClass).collect(Collectors.<Class<?>>toSet()))
                .isEqualTo(Set.of(PlanRejection.class.getPermittedSubclasses()));
        assertThat(all().map(PlanRejection::code)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrongInItselfIsInvalidAndWhatDoesNotFitNowIsAConflict() {
        assertThat(new PlanRejection.Incomplete(List.of("issueDate"), List.of()).kind())
                .isEqualTo(Kind.INVALID);
        assertThat(new PlanRejection.IssuedNotEdited(null).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(new PlanRejection.NumberUsed("1", 2024).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void fieldsAreCalledWhatPeopleCallThem() {
        assertThat(FieldWords.of("tasks[3].dueTo")).isEqualTo("hạn hoàn thành của nhiệm vụ 3");
        assertThat(FieldWords.of("tasks[3].lead[0].words")).isEqualTo("đơn vị chủ trì của nhiệm vụ 3");
        assertThat(FieldWords.of("recipients[1]")).isEqualTo("nơi nhận");
        assertThat(FieldWords.of("signatory.name")).isEqualTo("họ tên người ký");
        assertThat(FieldWords.list(List.of("issueDate", "tasks[1]", "theme", "tasks[4]")))
                .isEqualTo("ngày ban hành; chủ đề; nhiệm vụ 1, 4");
    }
}
