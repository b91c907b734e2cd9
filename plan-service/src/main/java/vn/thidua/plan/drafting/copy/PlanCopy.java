package vn.thidua.plan.drafting.copy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.platform.text.Text;

/** Makes the next year's plan of an earlier one: every date and year moved by a year, and each of them flagged. */
public final class PlanCopy {

    private final Holidays holidays;
    private final Function<Target, Optional<Target>> today;
    private final int year;
    private final List<CopyFlag> flags = new ArrayList<>();

    private PlanCopy(Holidays holidays, Function<Target, Optional<Target>> today, int year) {
        this.holidays = holidays;
        this.today = today;
        this.year = year;
    }

    /** What a copy begins with. */
    public record Copied(PlanDetails details, List<PlannedTask> tasks, List<CopyFlag> flags) {

        public Copied {
            tasks = List.copyOf(tasks);
            flags = List.copyOf(flags);
        }
    }

    /**
     * Number and date of issue are left open, and so is the plan above, which was last year's.
     *
     * @param today whom a target means today; empty if nobody any more
     * @param year of the earlier plan, where it does not say it itself
     */
    public static Copied of(
            PlanDetails details,
            List<PlannedTask> tasks,
            int year,
            Holidays holidays,
            Function<Target, Optional<Target>> today) {
        Integer own = details.year();
        PlanCopy copy = new PlanCopy(holidays, today, own == null ? year : own);
        PlanDetails moved = copy.details(details);
        List<PlannedTask> all = new ArrayList<>();
        for (PlannedTask task : tasks) {
            int n = all.size() + 1;
            all.add(new PlannedTask(n, copy.task(n, task.content())));
        }
        return new Copied(moved, all, copy.flags);
    }

    private PlanDetails details(PlanDetails from) {
        leftOut("documentNumber", from.documentNumber(), "Số của văn bản mới do văn thư cấp.");
        leftOut(
                "issueDate",
                from.issueDate() == null ? null : from.issueDate().toString(),
                "Ngày ban hành của văn bản mới do người ký quyết định.");
        return new PlanDetails(
                from.kind(),
                null,
                null,
                from.place(),
                textOrNull(null, "title", from.title()),
                year + 1,
                textOrNull(null, "theme", from.theme()),
                from.legalBases(),
                implementsDocuments(from.implementsDocuments()),
                texts("campaigns", from.campaigns()),
                targets(from.targets()),
                reports(from.reportDeadlines()),
                from.recipients(),
                signatory(from.signatory()));
    }

    private void leftOut(String field, @Nullable String was, String message) {
        if (was != null) {
            flags.add(new CopyFlag(null, field, List.of(CopyFlag.Code.LEFT_OUT), was, null, message));
        }
    }

    private List<CitedDocument> implementsDocuments(List<CitedDocument> from) {
        List<CitedDocument> kept = new ArrayList<>();
        for (CitedDocument cited : from) {
            String was = described(cited);
            if (cited.plan() != null || Text.fold(cited.type()).equals("ke hoach")) {
                flags.add(new CopyFlag(
                        null,
                        "implementsDocuments",
                        List.of(CopyFlag.Code.LEFT_OUT),
                        was,
                        null,
                        "Kế hoạch cấp trên này là của năm trước. Hãy nêu kế hoạch cấp trên của năm " + (year + 1)
                                + "."));
            } else {
                flags.add(new CopyFlag(
                        null,
                        "implementsDocuments[" + kept.size() + "]",
                        List.of(CopyFlag.Code.KEPT),
                        was,
                        was,
                        "Giữ nguyên văn bản cấp trên của năm trước. Hãy kiểm tra văn bản còn hiệu lực."));
                kept.add(cited);
            }
        }
        return kept;
    }

    private static String described(CitedDocument cited) {
        return cited.type() + (cited.number() == null ? "" : " " + cited.number());
    }

    private PlanDetails.@Nullable Signatory signatory(PlanDetails.@Nullable Signatory from) {
        if (from != null) {
            String was = from.position() == null ? "" : from.position();
            flags.add(new CopyFlag(
                    null,
                    "signatory",
                    List.of(CopyFlag.Code.KEPT),
                    was,
                    was,
                    "Giữ nguyên người ký của năm trước. Hãy kiểm tra lại chức vụ và họ tên."));
        }
        return from;
    }

    private List<String> texts(String field, List<String> from) {
        List<String> moved = new ArrayList<>();
        for (String text : from) {
            moved.add(text(null, field + "[" + moved.size() + "]", text));
        }
        return moved;
    }

    private List<PlanDetails.NumericTarget> targets(List<PlanDetails.NumericTarget> from) {
        List<PlanDetails.NumericTarget> moved = new ArrayList<>();
        for (PlanDetails.NumericTarget target : from) {
            String field = "targets[" + moved.size() + "].";
            Integer by = target.byYear();
            if (by != null && by == year) {
                flags.add(new CopyFlag(
                        null,
                        field + "byYear",
                        List.of(CopyFlag.Code.YEAR),
                        by.toString(),
                        String.valueOf(by + 1),
                        "Năm của chỉ tiêu được chuyển sang năm sau. Hãy kiểm tra lại mức chỉ tiêu."));
                by = by + 1;
            }
            moved.add(new PlanDetails.NumericTarget(
                    text(null, field + "text", target.text()),
                    target.value(),
                    target.valueMax(),
                    target.unit(),
                    target.comparator(),
                    by));
        }
        return moved;
    }

    private List<PlanDetails.ReportDeadline> reports(List<PlanDetails.ReportDeadline> from) {
        List<PlanDetails.ReportDeadline> moved = new ArrayList<>();
        for (PlanDetails.ReportDeadline report : from) {
            String field = "reportDeadlines[" + moved.size() + "].";
            moved.add(new PlanDetails.ReportDeadline(
                    report.kind(), date(null, field + "due", report.due()), text(null, field + "text", report.text())));
        }
        return moved;
    }

    private TaskContent task(int n, TaskContent from) {
        return new TaskContent(
                from.ordinal(),
                text(n, "text", from.text()),
                textOrNull(n, "deadlineText", from.deadlineText()),
                from.quarter(),
                dateOrNull(n, "dueFrom", from.dueFrom()),
                dateOrNull(n, "dueTo", from.dueTo()),
                assignees(n, "lead", from.lead()),
                assignees(n, "executors", from.executors()),
                assignees(n, "coordinators", from.coordinators()));
    }

    private List<Assignee> assignees(int n, String field, List<Assignee> from) {
        List<Assignee> all = new ArrayList<>();
        for (Assignee assignee : from) {
            List<Target> targets = new ArrayList<>();
            for (Target target : assignee.targets()) {
                Optional<Target> now = today.apply(target);
                if (now.isEmpty() || !now.get().id().equals(target.id())) {
                    flags.add(new CopyFlag(
                            n,
                            field + "[" + all.size() + "]",
                            List.of(CopyFlag.Code.ASSIGNEE),
                            target.name(),
                            now.map(Target::name).orElse(null),
                            now.map(found -> target.name() + " nay là " + found.name() + ". Hãy kiểm tra lại.")
                                    .orElse(target.name() + " không còn. Hãy chọn nơi thực hiện khác.")));
                }
                now.filter(found -> !targets.contains(found)).ifPresent(targets::add);
            }
            all.add(new Assignee(assignee.words(), targets));
        }
        return all;
    }

    private @Nullable LocalDate dateOrNull(@Nullable Integer task, String field, @Nullable LocalDate from) {
        return from == null ? null : date(task, field, from);
    }

    private LocalDate date(@Nullable Integer task, String field, LocalDate from) {
        MovedDate moved = MovedDate.of(from);
        flags.add(moved.flag(task, field, holidays));
        return moved.to();
    }

    private @Nullable String textOrNull(@Nullable Integer task, String field, @Nullable String from) {
        return from == null ? null : text(task, field, from);
    }

    private String text(@Nullable Integer task, String field, String from) {
        String moved = YearsInText.moved(from, year);
        if (!moved.equals(from)) {
            flags.add(new CopyFlag(
                    task,
                    field,
                    List.of(CopyFlag.Code.YEAR_IN_TEXT),
                    from,
                    moved,
                    "Năm trong câu được chuyển sang năm sau. Hãy đọc lại cả câu."));
        }
        return moved;
    }
}
