package vn.thidua.access.domain.client;

import java.util.Optional;
import vn.thidua.platform.values.Rejection;

/** Why a client's record says no. */
public sealed interface ClientRejection extends Rejection {

    record NameNotFit(int most) implements ClientRejection {}

    record ScopeMissing() implements ClientRejection {}

    record OperatorHasNoUnit() implements ClientRejection {}

    record UnitMissing() implements ClientRejection {}

    record ExpiryPast() implements ClientRejection {}

    record OverlapNotFit(long mostDays) implements ClientRejection {}

    record TooManySecrets(int most) implements ClientRejection {}

    record UnknownSecret() implements ClientRejection {}

    record Revoked() implements ClientRejection {}

    @Override
    default Kind kind() {
        return switch (this) {
            case UnknownSecret _ -> Kind.UNKNOWN;
            case NameNotFit _, ScopeMissing _, OperatorHasNoUnit _, UnitMissing _, ExpiryPast _, OverlapNotFit _ ->
                Kind.INVALID;
            case TooManySecrets _, Revoked _ -> Kind.CONFLICT;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case NameNotFit _ -> "client-name-not-fit";
            case ScopeMissing _ -> "client-scope-missing";
            case OperatorHasNoUnit _ -> "client-operator-has-no-unit";
            case UnitMissing _ -> "client-unit-missing";
            case ExpiryPast _ -> "client-expiry-past";
            case OverlapNotFit _ -> "client-overlap-not-fit";
            case TooManySecrets _ -> "client-too-many-secrets";
            case UnknownSecret _ -> "client-secret-unknown";
            case Revoked _ -> "client-revoked";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case NameNotFit _ -> Optional.of("name");
            case ScopeMissing _ -> Optional.of("scopes");
            case OperatorHasNoUnit _, UnitMissing _ -> Optional.of("unit");
            case ExpiryPast _ -> Optional.of("expires");
            case OverlapNotFit _ -> Optional.of("overlapHours");
            case TooManySecrets _, UnknownSecret _, Revoked _ -> Optional.empty();
        };
    }

    @Override
    default String vietnamese() {
        return switch (this) {
            case NameNotFit(int most) -> "Tên hệ thống phải có từ 1 đến " + most + " ký tự. Hãy sửa lại.";
            case ScopeMissing _ -> "Chưa chọn phạm vi truy cập. Hãy chọn ít nhất một phạm vi.";
            case OperatorHasNoUnit _ ->
                "Phạm vi vận hành có hiệu lực với mọi đơn vị. Hãy bỏ đơn vị hoặc bỏ phạm vi này.";
            case UnitMissing _ -> "Chưa chọn đơn vị mà hệ thống được đọc dữ liệu. Hãy chọn đơn vị.";
            case ExpiryPast _ -> "Thời điểm hết hạn đã qua. Hãy chọn thời điểm sau hiện tại.";
            case OverlapNotFit(long mostDays) ->
                "Khóa cũ chỉ dùng tiếp được từ 0 đến " + mostDays + " ngày. Hãy chọn thời gian khác.";
            case TooManySecrets(int most) -> "Đang có " + most + " khóa còn hiệu lực. Hãy kết thúc bớt một khóa trước.";
            case UnknownSecret _ -> "Không có khóa này. Hãy tải lại danh sách.";
            case Revoked _ -> "Hệ thống này đã bị thu hồi. Hãy đăng ký mới.";
        };
    }

    @Override
    default String english() {
        return switch (this) {
            case NameNotFit(int most) -> "The name has 1 to " + most + " characters. Correct it.";
            case ScopeMissing _ -> "No scope was chosen. Choose one or more.";
            case OperatorHasNoUnit _ -> "The scope operations holds for every unit. Leave out one of them.";
            case UnitMissing _ -> "The unit whose records the system may read is missing. Choose one.";
            case ExpiryPast _ -> "That time is over. Choose a later one.";
            case OverlapNotFit(long mostDays) -> "An old secret stays valid for 0 to " + mostDays + " days.";
            case TooManySecrets(int most) -> "There are " + most + " valid secrets. End one first.";
            case UnknownSecret _ -> "There is no such secret. Load the list again.";
            case Revoked _ -> "This client was revoked. Register another one.";
        };
    }
}
