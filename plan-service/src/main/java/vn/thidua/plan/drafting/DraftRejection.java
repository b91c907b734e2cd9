package vn.thidua.plan.drafting;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /**
     * The unit has ended: what it would issue binds nobody.
     *
     * @param name its last one
     * @param heir name of the unit that answers for it; null if none does
     */
    record UnitEnded(String path, String name, @Nullable String heir) implements DraftRejection {}

    @Override
    default Kind kind() {
        return switch (this) {
            case DocumentNotRead _, AssigneeUnknown _, PlanUnknown _, NotProposed _ -> Kind.INVALID;
            case UnitEnded _ -> Kind.CONFLICT;
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
            case UnitEnded _ -> "unit-has-ended";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case DocumentNotRead _ -> Optional.of("file");
            case AssigneeUnknown(String path) -> Optional.of(path);
            case PlanUnknown(String path) -> Optional.of(path);
            case NotProposed(String path) -> Optional.of(path);
            case UnitEnded(String path, String _, @Nullable String _) -> Optional.of(path);
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
            case UnitEnded(String _, String name, @Nullable String heir) ->
                name + " đã kết thúc hoạt động, không lập và không ban hành kế hoạch được nữa. "
                        + (heir == null
                                ? "Hãy lập kế hoạch cho đơn vị đang hoạt động."
                                : "Hãy lập kế hoạch cho " + heir + ", đơn vị kế thừa.");
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
            case UnitEnded(String _, String name, @Nullable String heir) ->
                name + " has ended and neither drafts nor issues plans any more. "
                        + (heir == null
                                ? "Draft the plan for a unit that stands."
                                : "Draft the plan for " + heir + ", which has taken its place.");
        };
    }
}
