package vn.thidua.plan.drafting;

import java.util.Locale;
import java.util.Optional;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.platform.values.Rejection;

/** Why nothing was made of what was sent, before the plan itself is asked. */
public sealed interface DraftRejection extends Rejection {

    /**
     * The uploaded file is no plan that can be read.
     *
     * @param vi what is wrong, in Vietnamese
     * @param remedy what the sender can do, in Vietnamese
     */
    record DocumentNotRead(RefusalReason reason, String vi, String remedy) implements DraftRejection {}

    /** @param path of the assignee in the request */
    record AssigneeUnknown(String path) implements DraftRejection {}

    /** @param path of the citation in the request */
    record PlanUnknown(String path) implements DraftRejection {}

    /** @param path of the field or number in the request */
    record NotProposed(String path) implements DraftRejection {}

    /** It holds no document that could be given. */
    record NoDocument() implements DraftRejection {}

    @Override
    default Kind kind() {
        return switch (this) {
            case DocumentNotRead _, AssigneeUnknown _, PlanUnknown _, NotProposed _ -> Kind.INVALID;
            case NoDocument _ -> Kind.UNKNOWN;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case DocumentNotRead(RefusalReason reason, String _, String _) ->
                "document-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case AssigneeUnknown _ -> "assignee-unknown";
            case PlanUnknown _ -> "cited-plan-unknown";
            case NotProposed _ -> "not-proposed";
            case NoDocument _ -> "no-document";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case DocumentNotRead _ -> Optional.of("file");
            case AssigneeUnknown(String path) -> Optional.of(path);
            case PlanUnknown(String path) -> Optional.of(path);
            case NotProposed(String path) -> Optional.of(path);
            case NoDocument _ -> Optional.empty();
        };
    }

    @Override
    default String vietnamese() {
        return switch (this) {
            case DocumentNotRead(RefusalReason _, String vi, String remedy) -> vi + " " + remedy;
            case AssigneeUnknown(String path) ->
                path + ": không có đơn vị, chức vụ hoặc nhóm này, hoặc đã kết thúc. Hãy chọn từ danh mục đang dùng.";
            case PlanUnknown(String path) ->
                path + ": không có kế hoạch cấp trên này. Hãy chọn kế hoạch đã ban hành, hoặc bỏ trống.";
            case NotProposed(String path) ->
                path + ": không có trong nội dung đọc được từ văn bản. Hãy nhập giá trị bằng cách sửa bản thảo.";
            case NoDocument _ -> "Bản thảo này không lập từ tệp văn bản.";
        };
    }

    @Override
    default String english() {
        return switch (this) {
            case DocumentNotRead(RefusalReason reason, String _, String _) ->
                "The file cannot be read as a plan: "
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
            case AssigneeUnknown(String path) ->
                path + ": there is no such unit, post or group, or none any more. Choose one that stands.";
            case PlanUnknown(String path) ->
                path + ": there is no such plan above. Choose one that is issued, or leave it out.";
            case NotProposed(String path) ->
                path + ": nothing like that was read from the document. Write the value by revising the draft.";
            case NoDocument _ -> "This draft was not made from a file.";
        };
    }
}
