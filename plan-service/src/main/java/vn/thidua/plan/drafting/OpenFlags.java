package vn.thidua.plan.drafting;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.drafting.copy.CopyFlag;
import vn.thidua.plan.view.drafts.DraftsQueries.Draft;

/** Which flags of a copy still hold: who has changed the value has looked at it. */
final class OpenFlags {

    private static final Pattern ENTRY = Pattern.compile("(\\w+)\\[(\\d+)](?:\\.(\\w+))?");

    private final Draft draft;

    OpenFlags(Draft draft) {
        this.draft = draft;
    }

    List<CopyFlag> among(List<CopyFlag> flags) {
        return flags.stream().filter(this::holds).toList();
    }

    private boolean holds(CopyFlag flag) {
        if (flag.task() == null) {
            return flag.codes().contains(CopyFlag.Code.LEFT_OUT)
                    ? isLeftOut(flag.field())
                    : Objects.equals(value(draft.details(), flag.field()), flag.to());
        }
        PlannedTask task = draft.task(flag.task());
        return task != null && Objects.equals(value(task.content(), flag), flag.to());
    }

    private boolean isLeftOut(String field) {
        PlanDetails details = draft.details();
        return switch (field) {
            case "documentNumber" -> details.documentNumber() == null;
            case "issueDate" -> details.issueDate() == null;
            default -> details.implementsDocuments().stream().noneMatch(cited -> cited.plan() != null);
        };
    }

    private static @Nullable String value(PlanDetails details, String field) {
        Matcher entry = ENTRY.matcher(field);
        if (!entry.matches()) {
            return switch (field) {
                case "title" -> details.title();
                case "theme" -> details.theme();
                case "signatory" -> {
                    PlanDetails.Signatory signatory = details.signatory();
                    yield signatory == null ? null : text(signatory.position());
                }
                default -> null;
            };
        }
        int i = Integer.parseInt(entry.group(2));
        String part = entry.group(3) == null ? "" : entry.group(3);
        return switch (entry.group(1)) {
            case "campaigns" -> at(details.campaigns(), i);
            case "implementsDocuments" -> {
                var cited = at(details.implementsDocuments(), i);
                yield cited == null ? null : cited.type() + (cited.number() == null ? "" : " " + cited.number());
            }
            case "targets" -> {
                PlanDetails.NumericTarget target = at(details.targets(), i);
                yield target == null ? null : part.equals("byYear") ? String.valueOf(target.byYear()) : target.text();
            }
            case "reportDeadlines" -> {
                PlanDetails.ReportDeadline report = at(details.reportDeadlines(), i);
                yield report == null ? null : part.equals("due") ? report.due().toString() : report.text();
            }
            default -> null;
        };
    }

    private static @Nullable String value(TaskContent task, CopyFlag flag) {
        Matcher entry = ENTRY.matcher(flag.field());
        if (entry.matches()) {
            List<Assignee> role =
                    switch (entry.group(1)) {
                        case "lead" -> task.lead();
                        case "executors" -> task.executors();
                        default -> task.coordinators();
                    };
            Assignee assignee = at(role, Integer.parseInt(entry.group(2)));
            String to = flag.to();
            if (to == null) {
                return assignee != null && assignee.targets().isEmpty() ? null : "";
            }
            boolean there = assignee != null
                    && assignee.targets().stream().map(Target::name).anyMatch(to::equals);
            return there ? to : null;
        }
        return switch (flag.field()) {
            case "text" -> task.text();
            case "deadlineText" -> task.deadlineText();
            case "dueFrom" -> text(task.dueFrom());
            case "dueTo" -> text(task.dueTo());
            default -> null;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static <T> @Nullable T at(List<T> list, int i) {
        return i < list.size() ? list.get(i) : null;
    }
}
