package vn.thidua.organization.domain.unit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.thidua.platform.values.Rejection;

/** Why the tree says no. */
public sealed interface UnitRejection extends Rejection {

    /** @param name of the field in the request that names the unit */
    record UnknownUnit(String name) implements UnitRejection {}

    record TextMissing(String name) implements UnitRejection {}

    record TextTooLong(String name, int most) implements UnitRejection {}

    record CodeMalformed() implements UnitRejection {}

    record CodeTaken(String value, LocalDate day) implements UnitRejection {}

    record PeriodReversed() implements UnitRejection {}

    record UnitNotThere(String name, LocalDate day) implements UnitRejection {}

    record ParentEndsEarlier(LocalDate until) implements UnitRejection {}

    record KindsDoNotFit(UnitKind unitKind, UnitKind parentKind, LocalDate day) implements UnitRejection {}

    record ParentMissing(UnitKind unitKind, LocalDate day) implements UnitRejection {}

    record CircleClosed() implements UnitRejection {}

    record AlreadyThere() implements UnitRejection {}

    record LaterActStands(LocalDate day) implements UnitRejection {}

    record NothingChanges() implements UnitRejection {}

    /** @param count of units below that have no place yet */
    record UnitsBelowWithoutPlace(int count, LocalDate day) implements UnitRejection {}

    record NotBelow() implements UnitRejection {}

    record TooFewUnits() implements UnitRejection {}

    record NamedTwice() implements UnitRejection {}

    record KindsDiffer() implements UnitRejection {}

    record SuccessorNotAmongParts() implements UnitRejection {}

    record NotAtHome() implements UnitRejection {}

    record StillReferredTo() implements UnitRejection {}

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case UnknownUnit _ -> Kind.UNKNOWN;
            case TextMissing _,
                    TextTooLong _,
                    CodeMalformed _,
                    PeriodReversed _,
                    KindsDoNotFit _,
                    ParentMissing _,
                    CircleClosed _,
                    NothingChanges _,
                    NotBelow _,
                    TooFewUnits _,
                    NamedTwice _,
                    KindsDiffer _,
                    SuccessorNotAmongParts _ -> Kind.INVALID;
            case CodeTaken _,
                    UnitNotThere _,
                    ParentEndsEarlier _,
                    AlreadyThere _,
                    LaterActStands _,
                    UnitsBelowWithoutPlace _,
                    StillReferredTo _ -> Kind.CONFLICT;
            case NotAtHome _ -> Kind.NOT_ALLOWED;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case UnknownUnit _ -> "unit-unknown";
            case TextMissing _ -> "text-missing";
            case TextTooLong _ -> "text-too-long";
            case CodeMalformed _ -> "unit-code-malformed";
            case CodeTaken _ -> "unit-code-taken";
            case PeriodReversed _ -> "period-reversed";
            case UnitNotThere _ -> "unit-not-there";
            case ParentEndsEarlier _ -> "parent-ends-earlier";
            case KindsDoNotFit _ -> "unit-kinds-do-not-fit";
            case ParentMissing _ -> "parent-missing";
            case CircleClosed _ -> "circle-closed";
            case AlreadyThere _ -> "already-there";
            case LaterActStands _ -> "later-act-stands";
            case NothingChanges _ -> "nothing-changes";
            case UnitsBelowWithoutPlace _ -> "units-below-without-place";
            case NotBelow _ -> "not-below";
            case TooFewUnits _ -> "too-few-units";
            case NamedTwice _ -> "named-twice";
            case KindsDiffer _ -> "kinds-differ";
            case SuccessorNotAmongParts _ -> "successor-not-among-parts";
            case NotAtHome _ -> "not-at-home";
            case StillReferredTo _ -> "still-referred-to";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case UnknownUnit(String name) -> Optional.of(name);
            case TextMissing(String name) -> Optional.of(name);
            case TextTooLong(String name, int _) -> Optional.of(name);
            case UnitNotThere(String name, LocalDate _) -> Optional.of(name);
            case CodeMalformed _, CodeTaken _ -> Optional.of("code");
            case PeriodReversed _ -> Optional.of("until");
            case ParentEndsEarlier _, KindsDoNotFit _, ParentMissing _, CircleClosed _, AlreadyThere _ ->
                Optional.of("parent");
            case LaterActStands _ -> Optional.of("effective");
            case UnitsBelowWithoutPlace _, NotBelow _ -> Optional.of("children");
            case TooFewUnits _, NamedTwice _, KindsDiffer _ -> Optional.of("units");
            case SuccessorNotAmongParts _ -> Optional.of("successor");
            case NothingChanges _, NotAtHome _, StillReferredTo _ -> Optional.empty();
        };
    }

    @Override
    default String vietnamese() {
        return switch (this) {
            case UnknownUnit(String name) ->
                "Không có đơn vị này (trường “" + name + "”). Hãy chọn lại trong cây đơn vị.";
            case TextMissing(String name) -> "Chưa có nội dung ở trường “" + name + "”. Hãy nhập rồi gửi lại.";
            case TextTooLong(String name, int most) ->
                "Trường “" + name + "” dài quá " + most + " ký tự. Hãy rút ngắn lại.";
            case CodeMalformed _ ->
                "Mã đơn vị chỉ gồm chữ không dấu, chữ số và các dấu . - _ (tối đa 40 ký tự). Hãy sửa lại mã.";
            case CodeTaken(String value, LocalDate day) ->
                "Mã “" + value + "” đang được đơn vị khác dùng vào ngày " + date(day)
                        + ". Hãy dùng mã khác hoặc chọn ngày sau khi mã được thôi dùng.";
            case PeriodReversed _ -> "Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa lại một trong hai ngày.";
            case UnitNotThere(String name, LocalDate day) ->
                "Đơn vị ở trường “" + name + "” không tồn tại vào ngày " + date(day)
                        + ". Hãy chọn ngày khác hoặc đơn vị khác.";
            case ParentEndsEarlier(LocalDate until) ->
                "Đơn vị cấp trên chỉ tồn tại đến ngày " + date(until)
                        + ". Hãy ghi ngày kết thúc không muộn hơn, hoặc ghi đơn vị cấp trên tiếp theo.";
            case KindsDoNotFit(UnitKind unitKind, UnitKind parentKind, LocalDate day) ->
                "Vào ngày " + date(day) + ", đơn vị " + unitKind.vietnamese() + " không thể trực thuộc đơn vị "
                        + parentKind.vietnamese() + ". Hãy chọn đơn vị cấp trên khác hoặc ngày khác.";
            case ParentMissing(UnitKind unitKind, LocalDate day) ->
                "Vào ngày " + date(day) + ", đơn vị " + unitKind.vietnamese()
                        + " phải có đơn vị cấp trên. Hãy chọn đơn vị cấp trên.";
            case CircleClosed _ ->
                "Đơn vị không thể trực thuộc chính nó hay đơn vị bên dưới nó. Hãy chọn đơn vị cấp trên khác.";
            case AlreadyThere _ ->
                "Vào ngày đó đơn vị đã được xếp vào một đơn vị cấp trên. Hãy chọn đơn vị cấp trên khác hoặc ngày khác.";
            case LaterActStands(LocalDate day) ->
                "Đã có thay đổi được ghi nhận sau ngày " + date(day) + ". Hãy chọn ngày muộn hơn thay đổi đó.";
            case NothingChanges _ -> "Nội dung gửi lên không làm thay đổi gì. Hãy kiểm tra lại.";
            case UnitsBelowWithoutPlace(int count, LocalDate day) ->
                "Còn " + count + " đơn vị trực thuộc vào ngày " + date(day)
                        + " chưa có nơi chuyển đến. Hãy chọn nơi chuyển đến cho từng đơn vị.";
            case NotBelow _ ->
                "Có đơn vị được nêu không trực thuộc đơn vị này vào ngày đó. Hãy tải lại cây đơn vị rồi chọn lại.";
            case TooFewUnits _ -> "Chưa đủ đơn vị cho việc này. Hãy chọn thêm đơn vị.";
            case NamedTwice _ -> "Có đơn vị được nêu hai lần. Hãy bỏ bớt.";
            case KindsDiffer _ -> "Các đơn vị phải cùng một cấp. Hãy chọn lại.";
            case SuccessorNotAmongParts _ ->
                "Đơn vị kế thừa phải là một trong các phần được tách ra khi đơn vị cũ kết thúc. Hãy chọn lại.";
            case NotAtHome _ -> "Đơn vị này do hệ thống cài đặt khác quản lý. Hãy thực hiện tại hệ thống đó.";
            case StillReferredTo _ ->
                "Đã có dữ liệu khác dùng đến đơn vị này nên không thể rút lại. Hãy giải thể hoặc sửa đơn vị thay cho rút lại.";
        };
    }

    @Override
    default String english() {
        return switch (this) {
            case UnknownUnit(String name) -> "There is no such unit (" + name + "). Choose one from the tree.";
            case TextMissing(String name) -> name + " is missing. Enter it and send again.";
            case TextTooLong(String name, int most) -> name + " has more than " + most + " characters. Shorten it.";
            case CodeMalformed _ -> "A code has up to 40 letters without accents, digits, and . - _ only.";
            case CodeTaken(String value, LocalDate day) ->
                "Another unit has the code " + value + " on " + day + ". Use another code, or a day after it is free.";
            case PeriodReversed _ -> "The last day is before the first one. Correct one of them.";
            case UnitNotThere(String name, LocalDate day) ->
                "The unit in " + name + " does not exist on " + day + ". Choose another day or another unit.";
            case ParentEndsEarlier(LocalDate until) ->
                "The parent exists until " + until + " only. Give an end that is no later, or the next parent.";
            case KindsDoNotFit(UnitKind unitKind, UnitKind parentKind, LocalDate day) ->
                "On " + day + " a " + unitKind + " cannot stand under a " + parentKind
                        + ". Choose another parent or another day.";
            case ParentMissing(UnitKind unitKind, LocalDate day) ->
                "On " + day + " a " + unitKind + " must have a parent. Choose one.";
            case CircleClosed _ -> "A unit cannot stand under itself or what is below it. Choose another parent.";
            case AlreadyThere _ -> "The unit was given a parent on that day already. Choose another parent or day.";
            case LaterActStands(LocalDate day) ->
                "A change after " + day + " is recorded already. Choose a day later than that change.";
            case NothingChanges _ -> "This changes nothing.";
            case UnitsBelowWithoutPlace(int count, LocalDate day) ->
                count + " units below it on " + day + " have no place yet. Say where each of them goes.";
            case NotBelow _ -> "A unit named is not below this one on that day. Load the tree again.";
            case TooFewUnits _ -> "This takes more units. Choose more.";
            case NamedTwice _ -> "A unit is named twice. Remove one.";
            case KindsDiffer _ -> "The units must be of one kind. Choose again.";
            case SuccessorNotAmongParts _ -> "The successor must be one of the parts if the unit ends. Choose again.";
            case NotAtHome _ -> "Another installation keeps this unit. Act there.";
            case StillReferredTo _ ->
                "Something refers to this unit, so it cannot be withdrawn. Dissolve or change it instead.";
        };
    }
}
