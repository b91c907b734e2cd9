package vn.thidua.plan.api;

import java.util.Optional;
import vn.thidua.platform.values.Rejection;

/** Why an act is refused before the domain is asked. */
sealed interface ActRejection extends Rejection {

    /** @param name of the field; a file that was sent to another task and one that never was are the same here */
    record FileOfAnother(String name) implements ActRejection {}

    record GrantedWithoutDay() implements ActRejection {}

    record PlanHoldsTaskNoMore() implements ActRejection {}

    @Override
    default Kind kind() {
        return switch (this) {
            case FileOfAnother _, GrantedWithoutDay _ -> Kind.INVALID;
            case PlanHoldsTaskNoMore _ -> Kind.CONFLICT;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case FileOfAnother _ -> "file-of-another-task";
            case GrantedWithoutDay _ -> "extension-day-missing";
            case PlanHoldsTaskNoMore _ -> "plan-holds-task-no-more";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case FileOfAnother(String name) -> Optional.of(name);
            case GrantedWithoutDay _ -> Optional.of("dueTo");
            case PlanHoldsTaskNoMore _ -> Optional.of("state");
        };
    }

    @Override
    default String vietnamese() {
        return switch (this) {
            case FileOfAnother _ ->
                "Tệp không phải là tệp đã gửi cho nhiệm vụ này. Hãy tải tệp lên đúng nhiệm vụ rồi dùng mã tệp nhận được.";
            case GrantedWithoutDay _ -> "Chưa có hạn mới. Hãy nhập ngày được gia hạn đến.";
            case PlanHoldsTaskNoMore _ ->
                "Kế hoạch đã hết hiệu lực hoặc không còn nhiệm vụ này. Hãy giao việc trong một kế hoạch đang có hiệu lực.";
        };
    }

    @Override
    default String english() {
        return switch (this) {
            case FileOfAnother _ ->
                "The file was not sent to this task. Send it to this task and use the id that comes back.";
            case GrantedWithoutDay _ -> "The new last day is missing. Enter the day up to which it is granted.";
            case PlanHoldsTaskNoMore _ ->
                "The plan has ended or does not have this task any more. Give the work in a plan that holds.";
        };
    }
}
