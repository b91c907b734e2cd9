package vn.thidua.plan.domain.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.plan.PlanRejection.AssigneeEmpty;
import vn.thidua.plan.domain.plan.PlanRejection.CircleClosed;
import vn.thidua.plan.domain.plan.PlanRejection.Closed;
import vn.thidua.plan.domain.plan.PlanRejection.ComparatorUnknown;
import vn.thidua.plan.domain.plan.PlanRejection.ContentTooLong;
import vn.thidua.plan.domain.plan.PlanRejection.DayOutOfRange;
import vn.thidua.plan.domain.plan.PlanRejection.Discarded;
import vn.thidua.plan.domain.plan.PlanRejection.EffectiveTooEarly;
import vn.thidua.plan.domain.plan.PlanRejection.EffectiveTooLate;
import vn.thidua.plan.domain.plan.PlanRejection.Incomplete;
import vn.thidua.plan.domain.plan.PlanRejection.IssueDateAhead;
import vn.thidua.plan.domain.plan.PlanRejection.IssuedNotEdited;
import vn.thidua.plan.domain.plan.PlanRejection.NoSuchCitation;
import vn.thidua.plan.domain.plan.PlanRejection.NoSuchPlan;
import vn.thidua.plan.domain.plan.PlanRejection.NotIssued;
import vn.thidua.plan.domain.plan.PlanRejection.NothingChanges;
import vn.thidua.plan.domain.plan.PlanRejection.NumberUsed;
import vn.thidua.plan.domain.plan.PlanRejection.OutOfRange;
import vn.thidua.plan.domain.plan.PlanRejection.PeriodReversed;
import vn.thidua.plan.domain.plan.PlanRejection.PlanHasEnded;
import vn.thidua.plan.domain.plan.PlanRejection.SamePlan;
import vn.thidua.plan.domain.plan.PlanRejection.StaysAsIssued;
import vn.thidua.plan.domain.plan.PlanRejection.Superseded;
import vn.thidua.plan.domain.plan.PlanRejection.TaskNamedTwice;
import vn.thidua.plan.domain.plan.PlanRejection.TaskNumberSkips;
import vn.thidua.plan.domain.plan.PlanRejection.TaskNumberUsed;
import vn.thidua.plan.domain.plan.PlanRejection.TaskSetAndDropped;
import vn.thidua.plan.domain.plan.PlanRejection.TaskUnknown;
import vn.thidua.plan.domain.plan.PlanRejection.TextMissing;
import vn.thidua.plan.domain.plan.PlanRejection.TextTooLong;
import vn.thidua.plan.domain.plan.PlanRejection.TooMany;

/** What is said to a person whose act a plan refuses: what is wrong, where, and what to do. */
final class PlanWords {

    private PlanWords() {}

    static String vietnamese(PlanRejection rejection) {
        return switch (rejection) {
            case Incomplete(List<String> missing, List<String> undecided) ->
                "Kế hoạch chưa đủ điều kiện ban hành."
                        + (missing.isEmpty() ? "" : " Còn thiếu: " + FieldWords.list(missing) + ".")
                        + (undecided.isEmpty()
                                ? ""
                                : " Nội dung đọc từ văn bản chưa được xác nhận: " + FieldWords.list(undecided) + ".")
                        + " Hãy bổ sung, xác nhận đầy đủ rồi gửi lại.";
            case TextMissing(String name) -> "Chưa có " + FieldWords.of(name) + field(name) + ". Hãy nhập rồi gửi lại.";
            case TextTooLong(String name, int most) ->
                capital(FieldWords.of(name)) + field(name) + " dài quá " + most + " ký tự. Hãy rút ngắn lại.";
            case TooMany(String name, int most) ->
                capital(FieldWords.of(name)) + field(name) + " có quá " + most + " mục. Hãy bớt hoặc gộp lại.";
            case ContentTooLong(int most) ->
                "Toàn bộ nội dung kế hoạch dài quá " + most + " ký tự. Hãy rút ngắn hoặc chia thành nhiều kế hoạch.";
            case OutOfRange(String name, long least, long most) ->
                capital(FieldWords.of(name)) + field(name) + " phải từ " + least + " đến " + most + ". Hãy sửa lại.";
            case DayOutOfRange(String name, LocalDate least, LocalDate most) ->
                "Ngày ở " + FieldWords.of(name) + field(name) + " phải từ " + date(least) + " đến " + date(most)
                        + ". Hãy sửa lại.";
            case PeriodReversed(String name) ->
                capital(FieldWords.of(name)) + field(name)
                        + " đứng trước ngày bắt đầu. Hãy sửa lại một trong hai ngày.";
            case ComparatorUnknown(String name) ->
                "Phép so sánh của " + FieldWords.of(name) + field(name)
                        + " phải là một trong: = > >= < <= between (between cần giá trị trên). Hãy chọn lại.";
            case AssigneeEmpty(String name) ->
                capital(FieldWords.of(name)) + field(name)
                        + " có mục để trống. Hãy ghi tên hoặc chọn đơn vị, chức vụ, nhóm; hoặc bỏ mục đó.";
            case TaskUnknown(int n) -> "Kế hoạch không có nhiệm vụ " + n + ". Hãy tải lại trang rồi chọn lại nhiệm vụ.";
            case TaskNamedTwice(int n) -> "Nhiệm vụ " + n + " được nêu hai lần. Hãy chỉ nêu một lần.";
            case TaskSetAndDropped(int n) -> "Nhiệm vụ " + n + " vừa được ghi vừa được bỏ. Hãy chọn một trong hai.";
            case TaskNumberSkips(int n, int next) ->
                "Nhiệm vụ mới phải mang số " + next + ", không phải " + n + ". Hãy đánh số lại liên tục.";
            case TaskNumberUsed(int n, int next) ->
                "Số " + n + " đã dùng cho một nhiệm vụ đã bỏ và không dùng lại. Hãy dùng số " + next
                        + " cho nhiệm vụ mới.";
            case NothingChanges _ -> "Nội dung gửi lên không làm thay đổi gì. Hãy kiểm tra lại.";
            case IssueDateAhead(LocalDate today) ->
                "Ngày ban hành sau ngày hôm nay (" + date(today)
                        + "). Hãy sửa ngày ban hành hoặc ban hành vào ngày đó.";
            case NumberUsed(String number, int year) ->
                "Đơn vị đã ban hành một kế hoạch số " + number + " trong năm " + year
                        + ". Hãy sửa số, ký hiệu văn bản.";
            case IssuedNotEdited(@Nullable String number) ->
                "Kế hoạch" + numbered(number)
                        + " đã ban hành thì không sửa được nữa, chỉ được điều chỉnh."
                        + " Hãy lập bản điều chỉnh có nêu lý do.";
            case NotIssued _ ->
                "Kế hoạch còn là dự thảo. Hãy sửa trực tiếp dự thảo, hoặc ban hành trước rồi mới điều chỉnh,"
                        + " thay thế hay kết thúc.";
            case Discarded _ -> "Dự thảo kế hoạch này đã hủy. Hãy lập dự thảo mới.";
            case Superseded(@Nullable String by, LocalDate day) ->
                "Kế hoạch này đã bị thay thế" + (by == null ? "" : " bằng văn bản số " + by) + " từ ngày " + date(day)
                        + ". Hãy thực hiện trên văn bản thay thế.";
            case Closed(LocalDate day) ->
                "Kế hoạch này đã kết thúc ngày " + date(day) + ". Hãy lập kế hoạch mới nếu cần.";
            case StaysAsIssued(String name) ->
                capital(FieldWords.of(name)) + field(name)
                        + " giữ nguyên như khi ban hành. Hãy ghi số, ngày của văn bản điều chỉnh ở mục riêng; nếu là"
                        + " kế hoạch khác thì hãy thay thế kế hoạch này.";
            case EffectiveTooEarly(LocalDate least) ->
                "Ngày hiệu lực không được trước ngày " + date(least) + ". Hãy chọn ngày khác.";
            case EffectiveTooLate(LocalDate most) ->
                "Ngày hiệu lực không được sau ngày " + date(most) + ". Hãy kiểm tra lại năm.";
            case NoSuchPlan(String name) ->
                "Không có kế hoạch đã ban hành nào như ở " + FieldWords.of(name) + field(name)
                        + ". Hãy chọn lại, hoặc chỉ ghi số, ngày và cơ quan ban hành.";
            case SamePlan(String name) ->
                capital(FieldWords.of(name)) + field(name)
                        + " không thể là chính kế hoạch này. Hãy chọn kế hoạch khác.";
            case PlanHasEnded(String name) ->
                capital(FieldWords.of(name)) + field(name)
                        + " là kế hoạch đã bị thay thế hoặc đã kết thúc. Hãy chọn kế hoạch đang có hiệu lực.";
            case CircleClosed(String name) ->
                "Kế hoạch ở " + FieldWords.of(name) + field(name)
                        + " lại thực hiện chính kế hoạch này. Hãy chọn kế hoạch khác hoặc gỡ liên kết kia trước.";
            case NoSuchCitation(int index) ->
                "Kế hoạch không có văn bản cấp trên thứ " + (index + 1L)
                        + " (trường “index”). Hãy tải lại trang rồi chọn lại.";
        };
    }

    static String english(PlanRejection rejection) {
        return switch (rejection) {
            case Incomplete(List<String> missing, List<String> undecided) ->
                "The plan is not complete."
                        + (missing.isEmpty() ? "" : " Missing: " + String.join(", ", missing) + ".")
                        + (undecided.isEmpty() ? "" : " Read but not decided on: " + String.join(", ", undecided) + ".")
                        + " Complete it and send it again.";
            case TextMissing(String name) -> name + " is missing. Enter it and send again.";
            case TextTooLong(String name, int most) -> name + " has more than " + most + " characters. Shorten it.";
            case TooMany(String name, int most) -> name + " has more than " + most + " entries. Give fewer.";
            case ContentTooLong(int most) ->
                "The whole plan has more than " + most + " characters. Shorten it, or make several plans of it.";
            case OutOfRange(String name, long least, long most) ->
                name + " must be from " + least + " to " + most + ". Correct it.";
            case DayOutOfRange(String name, LocalDate least, LocalDate most) ->
                name + " must be from " + least + " to " + most + ". Correct it.";
            case PeriodReversed(String name) -> name + " is before the first day. Correct one of them.";
            case ComparatorUnknown(String name) ->
                name + " must be one of = > >= < <= between, and between needs valueMax. Choose again.";
            case AssigneeEmpty(String name) -> name + " names nobody. Give words or a target, or leave it out.";
            case TaskUnknown(int n) -> "The plan has no task " + n + ". Load it again.";
            case TaskNamedTwice(int n) -> "Task " + n + " is named twice. Name it once.";
            case TaskSetAndDropped(int n) -> "Task " + n + " is both set and dropped. Choose one.";
            case TaskNumberSkips(int n, int next) -> "A new task has the number " + next + ", not " + n + ". Renumber.";
            case TaskNumberUsed(int n, int next) ->
                "The number " + n + " was a withdrawn task's and is not used again. Use " + next + " for a new task.";
            case NothingChanges _ -> "This changes nothing.";
            case IssueDateAhead(LocalDate today) ->
                "The issue date is after today (" + today + "). Correct it, or issue the plan on that day.";
            case NumberUsed(String number, int year) ->
                "The unit has issued a plan with the number " + number + " in " + year
                        + " already. Correct the number.";
            case IssuedNotEdited _ -> "An issued plan is amended, not edited. Amend it, with a reason.";
            case NotIssued _ -> "The plan is still a draft. Edit the draft, or issue it first.";
            case Discarded _ -> "This draft was discarded. Begin a new one.";
            case Superseded(@Nullable String by, LocalDate day) ->
                "This plan was superseded" + (by == null ? "" : " by " + by) + " from " + day
                        + " on. Act on what took its place.";
            case Closed(LocalDate day) -> "This plan was closed on " + day + ". Begin a new one if needed.";
            case StaysAsIssued(String name) ->
                name + " stays as issued. Cite the amending document, or supersede the plan.";
            case EffectiveTooEarly(LocalDate least) ->
                "effective must not be before " + least + ". Choose another day.";
            case EffectiveTooLate(LocalDate most) -> "effective must not be after " + most + ". Check the year.";
            case NoSuchPlan(String name) -> name + " names no issued plan. Choose again, or cite the document only.";
            case SamePlan(String name) -> name + " names this plan itself. Choose another one.";
            case PlanHasEnded(String name) -> name + " names a plan that holds no more. Choose one that does.";
            case CircleClosed(String name) ->
                name + " names a plan that implements this one. Choose another, or take that link away first.";
            case NoSuchCitation(int index) -> "The plan implements no document at index " + index + ". Load it again.";
        };
    }

    private static String field(String name) {
        return " (trường “" + name + "”)";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String numbered(@Nullable String number) {
        return number == null ? "" : " số " + number;
    }

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }
}
