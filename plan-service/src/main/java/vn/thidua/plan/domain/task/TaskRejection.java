package vn.thidua.plan.domain.task;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.thidua.platform.values.Rejection;

/** Why a task says no. */
public sealed interface TaskRejection extends Rejection {

    record UnitNotAssigned() implements TaskRejection {}

    record PercentOutOfRange() implements TaskRejection {}

    record DayInFuture() implements TaskRejection {}

    /** @param earliest first day for which anything can be reported */
    record DayTooEarly(LocalDate earliest) implements TaskRejection {}

    /** @param before percent by that day */
    record LowerWithoutNote(int before) implements TaskRejection {}

    record ProofMissing() implements TaskRejection {}

    record ReasonMissing() implements TaskRejection {}

    /** @param name of the field */
    record TextTooLong(String name, int most) implements TaskRejection {}

    /** @param name of the field */
    record TooManyFiles(String name, int most) implements TaskRejection {}

    /** @param name of the field */
    record FileMissing(String name) implements TaskRejection {}

    record Done() implements TaskRejection {}

    record NotDone() implements TaskRejection {}

    /** @param effective first day on which it is no more */
    record Withdrawn(LocalDate effective) implements TaskRejection {}

    record NoLastDay() implements TaskRejection {}

    /** @param dueTo last day as it stands */
    record LastDayNotLater(LocalDate dueTo) implements TaskRejection {}

    /** @param asked last day asked for */
    record LastDayBeyondAsked(LocalDate asked) implements TaskRejection {}

    /** @param most latest day that is taken */
    record LastDayTooLate(LocalDate most) implements TaskRejection {}

    record TooManyReports(int most) implements TaskRejection {}

    record ExtensionPending() implements TaskRejection {}

    record ExtensionNotAsked() implements TaskRejection {}

    record OwnExtension() implements TaskRejection {}

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case UnitNotAssigned _,
                    PercentOutOfRange _,
                    DayInFuture _,
                    DayTooEarly _,
                    LowerWithoutNote _,
                    ProofMissing _,
                    ReasonMissing _,
                    TextTooLong _,
                    TooManyFiles _,
                    FileMissing _,
                    LastDayNotLater _,
                    LastDayTooLate _,
                    LastDayBeyondAsked _ -> Kind.INVALID;
            case TooManyReports _,
                    Done _,
                    NotDone _,
                    Withdrawn _,
                    NoLastDay _,
                    ExtensionPending _,
                    ExtensionNotAsked _ -> Kind.CONFLICT;
            case OwnExtension _ -> Kind.NOT_ALLOWED;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case UnitNotAssigned _ -> "task-unit-not-assigned";
            case PercentOutOfRange _ -> "task-percent-out-of-range";
            case DayInFuture _ -> "task-day-in-future";
            case DayTooEarly _ -> "task-day-too-early";
            case LowerWithoutNote _ -> "task-lower-without-note";
            case ProofMissing _ -> "task-proof-missing";
            case ReasonMissing _ -> "task-reason-missing";
            case TextTooLong _ -> "text-too-long";
            case TooManyFiles _ -> "task-files-too-many";
            case FileMissing _ -> "task-file-missing";
            case Done _ -> "task-done";
            case NotDone _ -> "task-not-done";
            case Withdrawn _ -> "task-withdrawn";
            case NoLastDay _ -> "task-without-last-day";
            case LastDayNotLater _ -> "task-last-day-not-later";
            case LastDayBeyondAsked _ -> "task-last-day-beyond-asked";
            case LastDayTooLate _ -> "task-last-day-too-late";
            case TooManyReports _ -> "task-reports-too-many";
            case ExtensionPending _ -> "task-extension-pending";
            case ExtensionNotAsked _ -> "task-extension-not-asked";
            case OwnExtension _ -> "task-extension-own";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case UnitNotAssigned _ -> Optional.of("unit");
            case PercentOutOfRange _ -> Optional.of("percent");
            case DayInFuture _, DayTooEarly _ -> Optional.of("on");
            case LowerWithoutNote _ -> Optional.of("note");
            case ProofMissing _ -> Optional.of("proof");
            case ReasonMissing _ -> Optional.of("reason");
            case TextTooLong(String name, int _) -> Optional.of(name);
            case TooManyFiles(String name, int _) -> Optional.of(name);
            case FileMissing(String name) -> Optional.of(name);
            case NoLastDay _, LastDayNotLater _, LastDayTooLate _, LastDayBeyondAsked _ -> Optional.of("dueTo");
            case OwnExtension _ -> Optional.of("granted");
            case Done _, NotDone _, Withdrawn _ -> Optional.of("state");
            case TooManyReports _, ExtensionPending _, ExtensionNotAsked _ -> Optional.empty();
        };
    }

    @Override
    default String vietnamese() {
        return switch (this) {
            case UnitNotAssigned _ ->
                "Đơn vị này không được giao nhiệm vụ. Hãy chọn một đơn vị được giao, hoặc đơn vị ban hành kế hoạch.";
            case PercentOutOfRange _ -> "Tỷ lệ hoàn thành phải từ 0 đến 100. Hãy nhập lại.";
            case DayInFuture _ -> "Không thể báo cáo cho một ngày chưa đến. Hãy chọn hôm nay hoặc ngày trước đó.";
            case DayTooEarly(LocalDate earliest) ->
                "Ngày báo cáo quá sớm so với kế hoạch. Hãy chọn từ ngày " + date(earliest) + " trở đi.";
            case LowerWithoutNote(int before) ->
                "Tỷ lệ thấp hơn lần báo cáo trước (" + before + "%). Hãy ghi rõ lý do ở phần ghi chú.";
            case ProofMissing _ -> "Chưa có minh chứng hoàn thành. Hãy đính kèm tệp hoặc ghi chú kết quả.";
            case ReasonMissing _ -> "Chưa có lý do. Hãy nhập lý do.";
            case TextTooLong(String _, int most) -> "Nội dung dài quá " + most + " ký tự. Hãy rút ngắn lại.";
            case TooManyFiles(String _, int most) ->
                "Đính kèm quá " + most + " tệp. Hãy bớt tệp hoặc chia thành nhiều lần.";
            case FileMissing _ -> "Có tệp đính kèm để trống. Hãy bỏ tệp đó hoặc tải lên lại.";
            case Done _ -> "Nhiệm vụ đã hoàn thành. Hãy mở lại nhiệm vụ nếu cần thay đổi.";
            case NotDone _ -> "Nhiệm vụ chưa hoàn thành nên không cần mở lại. Hãy tải lại trang.";
            case Withdrawn(LocalDate effective) ->
                "Nhiệm vụ không còn phải thực hiện từ ngày " + date(effective) + ". Hãy xem kế hoạch hiện hành.";
            case NoLastDay _ -> "Nhiệm vụ không có hạn cuối nên không cần gia hạn. Hãy tiếp tục báo cáo tiến độ.";
            case LastDayNotLater(LocalDate dueTo) ->
                "Hạn mới phải sau hạn hiện tại " + date(dueTo) + ". Hãy chọn ngày muộn hơn.";
            case LastDayBeyondAsked(LocalDate asked) ->
                "Hạn được cho không thể muộn hơn hạn đã đề nghị " + date(asked) + ". Hãy chọn ngày đó hoặc sớm hơn.";
            case LastDayTooLate(LocalDate most) -> "Hạn không được sau ngày " + date(most) + ". Hãy kiểm tra lại năm.";
            case TooManyReports(int most) ->
                "Nhiệm vụ đã có " + most + " lần báo cáo. Hãy hoàn thành nhiệm vụ hoặc trao đổi với đơn vị ban hành.";
            case ExtensionPending _ -> "Đã có một đề nghị gia hạn chưa được trả lời. Hãy chờ trả lời rồi đề nghị tiếp.";
            case ExtensionNotAsked _ -> "Không có đề nghị gia hạn nào đang chờ. Hãy tải lại trang.";
            case OwnExtension _ ->
                "Người đề nghị gia hạn không được tự quyết định. Hãy để người khác có thẩm quyền trả lời.";
        };
    }

    @Override
    default String english() {
        return switch (this) {
            case UnitNotAssigned _ ->
                "The task is not assigned to this unit. Choose one that is assigned, or the one that issued the plan.";
            case PercentOutOfRange _ -> "The percentage is from 0 to 100. Enter it again.";
            case DayInFuture _ -> "Nothing is reported for a day to come. Choose today or an earlier day.";
            case DayTooEarly(LocalDate earliest) ->
                "That day is too early for this plan. Choose " + earliest + " or a later day.";
            case LowerWithoutNote(int before) ->
                "The percentage is lower than the last one (" + before + "). Say why in the note.";
            case ProofMissing _ -> "There is no proof. Attach a file or write a note.";
            case ReasonMissing _ -> "The reason is missing. Enter it.";
            case TextTooLong(String _, int most) -> "The text has more than " + most + " characters. Shorten it.";
            case TooManyFiles(String _, int most) -> "There are more than " + most + " files. Attach fewer at a time.";
            case FileMissing _ -> "A file is left blank. Take it away or upload it again.";
            case Done _ -> "The task is done. Reopen it if something must change.";
            case NotDone _ -> "The task is not done, so it need not be reopened. Load it again.";
            case Withdrawn(LocalDate effective) ->
                "The task need not be done from " + effective + " on. Look at the plan in force.";
            case NoLastDay _ -> "The task has no last day to extend. Go on reporting.";
            case LastDayNotLater(LocalDate dueTo) ->
                "The new last day must be after the present one, " + dueTo + ". Choose a later day.";
            case LastDayBeyondAsked(LocalDate asked) ->
                "No later day can be granted than was asked for, " + asked + ". Choose that day or an earlier one.";
            case LastDayTooLate(LocalDate most) -> "The last day must not be after " + most + ". Check the year.";
            case TooManyReports(int most) ->
                "The task has " + most + " reports already. Complete it, or talk to the issuing unit.";
            case ExtensionPending _ -> "An extension was asked for already. Wait for the answer.";
            case ExtensionNotAsked _ -> "No extension waits for an answer. Load the task again.";
            case OwnExtension _ -> "Whoever asks for an extension does not decide on it. Let another person answer.";
        };
    }
}
