package vn.thidua.organization.domain.group;

import java.util.Optional;
import vn.thidua.platform.values.Rejection;

/** Why a group says no. */
public sealed interface GroupRejection extends Rejection {

    record NameMissing() implements GroupRejection {}

    record NameTooLong(int most) implements GroupRejection {}

    record MembersIncomplete() implements GroupRejection {}

    record TooManyMembers(int most) implements GroupRejection {}

    record NotThere() implements GroupRejection {}

    record NothingChanges() implements GroupRejection {}

    @Override
    default Kind kind() {
        return switch (this) {
            case NameMissing _, NameTooLong _, MembersIncomplete _, TooManyMembers _, NothingChanges _ -> Kind.INVALID;
            case NotThere _ -> Kind.CONFLICT;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case NameMissing _ -> "text-missing";
            case NameTooLong _ -> "text-too-long";
            case MembersIncomplete _ -> "group-members-incomplete";
            case TooManyMembers _ -> "group-members-too-many";
            case NotThere _ -> "group-not-there";
            case NothingChanges _ -> "nothing-changes";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case NameMissing _, NameTooLong _ -> Optional.of("name");
            case MembersIncomplete _, TooManyMembers _ -> Optional.of("members");
            case NotThere _ -> Optional.of("effective");
            case NothingChanges _ -> Optional.empty();
        };
    }

    @Override
    default String vietnamese() {
        return switch (this) {
            case NameMissing _ -> "Chưa có tên nhóm. Hãy nhập tên nhóm.";
            case NameTooLong(int most) -> "Tên nhóm dài quá " + most + " ký tự. Hãy rút ngắn lại.";
            case MembersIncomplete _ ->
                "Thành viên của nhóm chưa đúng với loại nhóm. Hãy chọn danh sách, hoặc loại đơn vị, hoặc loại chức vụ.";
            case TooManyMembers(int most) -> "Nhóm có quá " + most + " thành viên. Hãy chia nhóm hoặc chọn theo loại.";
            case NotThere _ -> "Nhóm không tồn tại vào ngày đó. Hãy chọn ngày khác.";
            case NothingChanges _ -> "Nội dung gửi lên không làm thay đổi gì. Hãy kiểm tra lại.";
        };
    }

    @Override
    default String english() {
        return switch (this) {
            case NameMissing _ -> "The name is missing. Enter it.";
            case NameTooLong(int most) -> "The name has more than " + most + " characters. Shorten it.";
            case MembersIncomplete _ ->
                "The members do not fit the kind of group. Give a list, a unit kind or a post kind.";
            case TooManyMembers(int most) -> "The group has more than " + most + " members. Divide it or use a kind.";
            case NotThere _ -> "The group does not exist on that day. Choose another day.";
            case NothingChanges _ -> "This changes nothing.";
        };
    }
}
