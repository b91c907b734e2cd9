package vn.thidua.organization.domain.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.thidua.platform.values.Rejection;

/** Why a person's record says no. It never says who. */
public sealed interface PersonRejection extends Rejection {

    record UnknownPerson(String name) implements PersonRejection {}

    record UnknownPost() implements PersonRejection {}

    record UnknownUnit() implements PersonRejection {}

    record UnitNotThere(LocalDate day) implements PersonRejection {}

    record TitleMissing() implements PersonRejection {}

    record TitleTooLong(int most) implements PersonRejection {}

    record PeriodReversed() implements PersonRejection {}

    record BirthYearImpossible() implements PersonRejection {}

    record OnlyInVillage() implements PersonRejection {}

    record PostHeldAlready() implements PersonRejection {}

    record PostEnded(LocalDate lastDay) implements PersonRejection {}

    record NothingChanges() implements PersonRejection {}

    record SamePerson() implements PersonRejection {}

    record NotSameCitizen() implements PersonRejection {}

    record JoinedElsewhere() implements PersonRejection {}

    record ErasedAlready() implements PersonRejection {}

    record StillReferredTo() implements PersonRejection {}

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case UnknownPerson _, UnknownPost _, UnknownUnit _ -> Kind.UNKNOWN;
            case TitleMissing _,
                    TitleTooLong _,
                    PeriodReversed _,
                    BirthYearImpossible _,
                    OnlyInVillage _,
                    NothingChanges _,
                    SamePerson _,
                    NotSameCitizen _ -> Kind.INVALID;
            case UnitNotThere _,
                    PostHeldAlready _,
                    PostEnded _,
                    JoinedElsewhere _,
                    ErasedAlready _,
                    StillReferredTo _ -> Kind.CONFLICT;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case UnknownPerson _ -> "person-unknown";
            case UnknownPost _ -> "post-unknown";
            case UnknownUnit _ -> "unit-unknown";
            case UnitNotThere _ -> "unit-not-there";
            case TitleMissing _ -> "title-missing";
            case TitleTooLong _ -> "title-too-long";
            case PeriodReversed _ -> "period-reversed";
            case BirthYearImpossible _ -> "birth-year-impossible";
            case OnlyInVillage _ -> "only-in-village";
            case PostHeldAlready _ -> "post-held-already";
            case PostEnded _ -> "post-ended";
            case NothingChanges _ -> "nothing-changes";
            case SamePerson _ -> "same-person";
            case NotSameCitizen _ -> "not-same-citizen";
            case JoinedElsewhere _ -> "person-joined-elsewhere";
            case ErasedAlready _ -> "person-erased";
            case StillReferredTo _ -> "person-still-referred-to";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case UnknownPerson(String name) -> Optional.of(name);
            case UnknownPost _ -> Optional.of("post");
            case UnknownUnit _ -> Optional.of("unit");
            case UnitNotThere _ -> Optional.of("from");
            case TitleMissing _, TitleTooLong _ -> Optional.of("title");
            case PeriodReversed _ -> Optional.of("until");
            case BirthYearImpossible _ -> Optional.of("birthYear");
            case OnlyInVillage _ -> Optional.of("kind");
            case PostHeldAlready _ -> Optional.of("from");
            case PostEnded _ -> Optional.of("lastDay");
            case SamePerson _, NotSameCitizen _ -> Optional.of("merged");
            case NothingChanges _, JoinedElsewhere _, ErasedAlready _, StillReferredTo _ -> Optional.empty();
        };
    }

    @Override
    default String vietnamese() {
        return switch (this) {
            case UnknownPerson _ -> "Không có hồ sơ cá nhân này. Hãy tìm và chọn lại.";
            case UnknownPost _ -> "Cá nhân này không giữ chức vụ được nêu. Hãy tải lại danh sách chức vụ.";
            case UnknownUnit _ -> "Không có đơn vị này. Hãy chọn lại trong cây đơn vị.";
            case UnitNotThere(LocalDate day) ->
                "Đơn vị không tồn tại vào ngày " + date(day) + ". Hãy chọn ngày khác hoặc đơn vị khác.";
            case TitleMissing _ -> "Chưa có tên chức vụ. Hãy nhập tên chức vụ.";
            case TitleTooLong(int most) -> "Tên chức vụ dài quá " + most + " ký tự. Hãy rút ngắn lại.";
            case PeriodReversed _ -> "Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa lại một trong hai ngày.";
            case BirthYearImpossible _ -> "Năm sinh không hợp lý. Hãy nhập năm sinh gồm bốn chữ số.";
            case OnlyInVillage _ ->
                "Trưởng thôn, tổ trưởng tổ dân phố chỉ giữ chức vụ tại thôn, tổ dân phố. Hãy chọn đơn vị hoặc loại chức vụ khác.";
            case PostHeldAlready _ ->
                "Cá nhân này đã giữ chức vụ đó tại đơn vị trong khoảng thời gian trùng nhau. Hãy sửa lại ngày.";
            case PostEnded(LocalDate lastDay) ->
                "Chức vụ này đã kết thúc ngày " + date(lastDay) + ". Hãy chọn ngày sớm hơn.";
            case NothingChanges _ -> "Nội dung gửi lên không làm thay đổi gì. Hãy kiểm tra lại.";
            case SamePerson _ -> "Không thể nhập một hồ sơ với chính nó. Hãy chọn hai hồ sơ khác nhau.";
            case NotSameCitizen _ ->
                "Hai hồ sơ có số định danh cá nhân khác nhau. Hãy sửa số định danh nếu sai, rồi nhập hồ sơ.";
            case JoinedElsewhere _ -> "Hồ sơ này đã được nhập vào hồ sơ khác. Hãy làm việc trên hồ sơ đó.";
            case ErasedAlready _ -> "Dữ liệu của cá nhân này đã được xóa, không thể thay đổi nữa.";
            case StillReferredTo _ ->
                "Đã có dữ liệu khác dùng đến hồ sơ này nên không thể rút lại. Hãy sửa hoặc xóa hồ sơ thay cho rút lại.";
        };
    }

    @Override
    default String english() {
        return switch (this) {
            case UnknownPerson _ -> "There is no such person. Search and choose again.";
            case UnknownPost _ -> "The person does not hold that post. Load the posts again.";
            case UnknownUnit _ -> "There is no such unit. Choose one from the tree.";
            case UnitNotThere(LocalDate day) ->
                "The unit does not exist on " + day + ". Choose another day or another unit.";
            case TitleMissing _ -> "The title is missing. Enter it.";
            case TitleTooLong(int most) -> "The title has more than " + most + " characters. Shorten it.";
            case PeriodReversed _ -> "The last day is before the first one. Correct one of them.";
            case BirthYearImpossible _ -> "That year of birth cannot be. Enter four digits.";
            case OnlyInVillage _ -> "A village head holds the post in a village. Choose another unit or kind.";
            case PostHeldAlready _ -> "The person holds that post in the unit in some of those days. Correct the days.";
            case PostEnded(LocalDate lastDay) -> "The post ended on " + lastDay + ". Choose an earlier day.";
            case NothingChanges _ -> "This changes nothing.";
            case SamePerson _ -> "A record cannot be joined with itself. Choose two records.";
            case NotSameCitizen _ -> "The two records have different citizen ids. Correct the wrong one first.";
            case JoinedElsewhere _ -> "This record was joined into another. Work on that one.";
            case ErasedAlready _ -> "This person's data was erased; nothing can be changed.";
            case StillReferredTo _ ->
                "Something refers to this record, so it cannot be withdrawn. Correct or erase it.";
        };
    }
}
