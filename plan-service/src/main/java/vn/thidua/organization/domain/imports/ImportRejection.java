package vn.thidua.organization.domain.imports;

import java.util.Optional;
import vn.thidua.platform.values.Rejection;

/** Why an import says no. */
public sealed interface ImportRejection extends Rejection {

    record NothingToDo() implements ImportRejection {}

    record AlreadyDecided() implements ImportRejection {}

    record PlanChanged() implements ImportRejection {}

    record NotStopped() implements ImportRejection {}

    record NotCompleted() implements ImportRejection {}

    record CannotBeUndone() implements ImportRejection {}

    record OutOfOrder() implements ImportRejection {}

    @Override
    default Kind kind() {
        return switch (this) {
            case NothingToDo _ -> Kind.INVALID;
            case AlreadyDecided _, PlanChanged _, NotStopped _, NotCompleted _, CannotBeUndone _, OutOfOrder _ ->
                Kind.CONFLICT;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case NothingToDo _ -> "import-nothing-to-do";
            case AlreadyDecided _ -> "import-already-decided";
            case PlanChanged _ -> "import-plan-changed";
            case NotStopped _ -> "import-not-stopped";
            case NotCompleted _ -> "import-not-completed";
            case CannotBeUndone _ -> "import-cannot-be-undone";
            case OutOfOrder _ -> "import-out-of-order";
        };
    }

    @Override
    default Optional<String> field() {
        return Optional.empty();
    }

    @Override
    default String vietnamese() {
        return switch (this) {
            case NothingToDo _ -> "Mọi dòng của tệp đã có trong hệ thống, không có gì để ghi.";
            case AlreadyDecided _ -> "Lần nhập này đã được xác nhận hoặc hủy. Hãy tải lại trang.";
            case PlanChanged _ ->
                "Dữ liệu đơn vị, nhân sự đã thay đổi từ khi xem trước nên kết quả sẽ khác. Hãy tải tệp lên lại để xem"
                        + " trước.";
            case NotStopped _ -> "Lần nhập này không bị dừng. Hãy tải lại trang.";
            case NotCompleted _ -> "Lần nhập này chưa ghi xong. Hãy đợi rồi thử lại.";
            case CannotBeUndone _ ->
                "Lần nhập này có sáp nhập, kết thúc hoặc thay đổi đơn vị đã có nên không rút lại cả tệp được. Hãy sửa"
                        + " từng đơn vị.";
            case OutOfOrder _ -> "Lần nhập này đang ở bước khác. Hãy tải lại trang.";
        };
    }

    @Override
    default String english() {
        return switch (this) {
            case NothingToDo _ -> "Every row of the file stands already; there is nothing to write.";
            case AlreadyDecided _ -> "This import was confirmed or discarded already. Load it again.";
            case PlanChanged _ ->
                "Units or people have changed since the preview, so the outcome would differ. Upload the file again.";
            case NotStopped _ -> "This import did not stop. Load it again.";
            case NotCompleted _ -> "This import is not written yet. Wait and try again.";
            case CannotBeUndone _ ->
                "This import merged, ended or changed units that stood before; it cannot be undone as a whole.";
            case OutOfOrder _ -> "This import is at another step. Load it again.";
        };
    }
}
