package vn.thidua.plan.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.view.plans.Cascades;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.plan.view.tasks.Progress;
import vn.thidua.plan.view.tasks.Tasks;
import vn.thidua.plan.view.units.UnitsOnDay.NamedUnit;
import vn.thidua.platform.sheet.Column;

/** The columns of this context's workbooks. */
final class Sheets {

    private Sheets() {}

    /** Not done when the plan ended. */
    private static final String CLOSED = "Dừng do kết thúc kế hoạch";

    static final List<Column<PlanAnswers.PlanItem>> PLANS = List.of(
            Column.text("Số, ký hiệu", 18, PlanAnswers.PlanItem::documentNumber),
            Column.date("Ngày ban hành", PlanAnswers.PlanItem::issueDate),
            Column.text("Đơn vị ban hành", 36, each -> name(each.issuer())),
            Column.text("Trích yếu", 60, PlanAnswers.PlanItem::title),
            Column.whole("Năm", 8, each -> whole(each.year())),
            Column.text("Thực hiện văn bản", 40, each -> each.implementsDocuments().stream()
                    .map(Sheets::cited)
                    .collect(Collectors.joining("; "))),
            Column.whole("Số nhiệm vụ", 12, each -> whole(each.tasks().total())),
            Column.whole("Hoàn thành", 12, each -> whole(each.tasks().done())),
            Column.whole("Quá hạn", 12, each -> whole(each.tasks().overdue())),
            Column.whole(CLOSED, 16, each -> whole(each.tasks().closed())),
            Column.text("Trạng thái", 16, each -> state(each.state())));

    static final List<Column<TaskAnswers.TaskItem>> TASKS = List.of(
            Column.text("Kế hoạch", 18, TaskAnswers.TaskItem::documentNumber),
            Column.text("Đơn vị ban hành", 30, each -> name(each.issuer())),
            Column.text("STT", 8, TaskAnswers.TaskItem::ordinal),
            Column.text("Nhiệm vụ", 70, TaskAnswers.TaskItem::text),
            Column.text("Chủ trì", 36, each -> names(each.lead())),
            Column.text("Thực hiện", 36, each -> names(each.executors())),
            Column.text("Phối hợp", 36, each -> names(each.coordinators())),
            Column.text("Thời gian", 20, TaskAnswers.TaskItem::deadlineText),
            Column.whole("Quý", 6, each -> whole(each.quarter())),
            Column.whole("Năm", 8, each -> whole(each.year())),
            Column.date("Từ ngày", TaskAnswers.TaskItem::dueFrom),
            Column.date("Hạn", TaskAnswers.TaskItem::dueTo),
            Column.text("Trạng thái", 16, each -> state(each.state(), each.overdue())),
            Column.percent(
                    "Tiến độ", 10, each -> BigDecimal.valueOf(each.percent()).movePointLeft(2)),
            Column.whole("Còn lại (ngày)", 14, TaskAnswers.TaskItem::daysLeft));

    static final List<Column<CascadeApi.Row>> CASCADE = List.of(
            Column.whole("Bậc", 6, each -> whole(each.depth())),
            Column.text("Đơn vị", 40, each -> name(each.node().unit())),
            Column.text("Trạng thái", 16, each -> state(each.node().state())),
            Column.text(
                    "Số, ký hiệu",
                    18,
                    each -> each.node().plan() == null
                            ? null
                            : each.node().plan().number()),
            Column.date("Từ ngày", each -> each.node().since()),
            Column.whole("Số ngày", 10, each -> each.node().days()),
            Column.text("Có thể là", 30, each -> each.node().possible().stream()
                    .map(plan -> Objects.requireNonNullElse(plan.number(), plan.id()))
                    .collect(Collectors.joining("; "))));

    /** Figures of a unit in a quarter, or in the whole year. */
    record ProgressRow(Progress.UnitProgress unit, Progress.ProgressFigures figures) {}

    static final List<Column<ProgressRow>> PROGRESS = List.of(
            Column.text("Đơn vị", 40, each -> name(each.unit().unit())),
            Column.text("Phạm vi", 20, each -> each.unit().below() ? "Kể cả đơn vị trực thuộc" : "Riêng đơn vị"),
            Column.text("Quý", 12, each -> quarter(each.figures().quarter())),
            Column.whole("Số nhiệm vụ", 12, each -> whole(each.figures().total().value())),
            Column.whole("Hoàn thành", 12, each -> whole(each.figures().done().value())),
            Column.whole(
                    "Chưa hoàn thành", 12, each -> whole(each.figures().open().value())),
            Column.whole("Quá hạn", 12, each -> whole(each.figures().overdue().value())),
            Column.whole(CLOSED, 16, each -> whole(each.figures().closed().value())),
            Column.percent("Tiến độ trung bình", 12, each -> {
                BigDecimal mean = each.figures().meanPercent();
                return mean == null ? null : mean.movePointLeft(2);
            }));

    static List<ProgressRow> rows(Progress.ProgressReport report) {
        List<ProgressRow> rows = new ArrayList<>();
        Stream.concat(Stream.of(report.all()), report.units().stream()).forEach(unit -> {
            rows.add(new ProgressRow(unit, unit.year()));
            unit.quarters().forEach(quarter -> rows.add(new ProgressRow(unit, quarter)));
        });
        return rows;
    }

    static final List<Column<WaitingAnswers.Row>> WAITING = List.of(
            Column.text("Loại việc", 30, WaitingAnswers.Row::kind),
            Column.text("Nội dung", 70, WaitingAnswers.Row::text),
            Column.text("Số, ký hiệu", 18, WaitingAnswers.Row::documentNumber),
            Column.date("Ngày", WaitingAnswers.Row::day),
            Column.whole("Số ngày", 10, WaitingAnswers.Row::days));

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }

    private static String name(NamedUnit unit) {
        return unit.formerly() == null
                ? unit.name()
                : unit.name() + " (" + unit.formerly().name() + ")";
    }

    private static String cited(CitedDocument document) {
        return document.number() == null ? document.type() : document.type() + " " + document.number();
    }

    private static String names(List<TaskAnswers.AssigneeAnswer> assignees) {
        return assignees.stream().map(TaskAnswers.AssigneeAnswer::words).collect(Collectors.joining("; "));
    }

    private static String quarter(@Nullable Integer quarter) {
        return quarter == null ? "Cả năm" : quarter == 0 ? "Không theo quý" : "Quý " + quarter;
    }

    private static String state(Plans.State state) {
        return switch (state) {
            case ISSUED -> "Đang hiệu lực";
            case SUPERSEDED -> "Đã thay thế";
            case CLOSED -> "Đã kết thúc";
        };
    }

    private static String state(Tasks.State state, boolean overdue) {
        return switch (state) {
            case OPEN -> overdue ? "Quá hạn" : "Đang thực hiện";
            case DONE -> "Hoàn thành";
            case WITHDRAWN -> "Không thực hiện nữa";
        };
    }

    private static String state(Cascades.State state) {
        return switch (state) {
            case NONE -> "Chưa có";
            case DRAFT -> "Đang dự thảo";
            case ISSUED -> "Đã ban hành";
        };
    }
}
