package vn.thidua.plan.reader;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.source.SourceRange;

/**
 * What was read from a plan, for a person to confirm. What the document does not say is null or empty.
 *
 * @param text the normalised text all ranges point into
 * @param year the plan's year, not that of its issue
 * @param legalBases documents behind "Căn cứ"
 * @param implementsDocuments documents behind "Thực hiện": those of the tier above
 * @param namedCampaigns names of campaigns in quotes, each once
 * @param recipients without dash and closing mark
 * @param sources where each value was read, by its path ("tasks[3].deadlineText"); values that are null or empty have
 *     none
 */
public record PlanProposal(
        String text,
        @Nullable String documentNumber,
        @Nullable String issuingUnit,
        @Nullable String place,
        IssueDate issueDate,
        @Nullable String title,
        @Nullable Integer year,
        @Nullable String theme,
        List<CitedDocument> legalBases,
        List<CitedDocument> implementsDocuments,
        List<ProposedTask> tasks,
        List<String> namedCampaigns,
        List<NumericTarget> numericTargets,
        List<ReportDeadline> reportDeadlines,
        List<String> recipients,
        Signatory signatory,
        List<Warning> warnings,
        Map<String, List<SourceRange>> sources) {

    public PlanProposal {
        legalBases = List.copyOf(legalBases);
        implementsDocuments = List.copyOf(implementsDocuments);
        tasks = List.copyOf(tasks);
        namedCampaigns = List.copyOf(namedCampaigns);
        numericTargets = List.copyOf(numericTargets);
        reportDeadlines = List.copyOf(reportDeadlines);
        recipients = List.copyOf(recipients);
        warnings = List.copyOf(warnings);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** Day 1-31, month 1-12; a part the document leaves blank is null. */
    public record IssueDate(
            @Nullable Integer day,
            @Nullable Integer month,
            @Nullable Integer year) {}

    /**
     * @param type "Luật", "Nghị định", "Kế hoạch"
     * @param number with its code, "98/2023/NĐ-CP"
     */
    public record CitedDocument(
            String type,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer) {}

    /**
     * @param ordinal of a table row as printed, else section.item ("II.3")
     * @param deadlineText the deadline in the words of the document
     * @param quarter 1 to 4 where the words name one
     * @param dueFrom first day
     * @param dueTo last day, inclusive
     * @param lead those who lead (chủ trì, chỉ đạo)
     * @param executors those who execute (thực hiện)
     * @param coordinators those who coordinate (phối hợp)
     */
    public record ProposedTask(
            @Nullable String ordinal,
            String text,
            @Nullable String deadlineText,
            @Nullable Integer quarter,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            List<String> lead,
            List<String> executors,
            List<String> coordinators) {
        public ProposedTask {
            lead = List.copyOf(lead);
            executors = List.copyOf(executors);
            coordinators = List.copyOf(coordinators);
        }
    }

    /**
     * @param text the clause that sets the target
     * @param valueMax upper end when the comparator is "between", else null
     * @param unit "%", "%/năm" or the things counted
     * @param comparator one of {@code = > >= < <= between}
     */
    public record NumericTarget(
            String text,
            BigDecimal value,
            @Nullable BigDecimal valueMax,
            String unit,
            String comparator,
            @Nullable Integer byYear) {}

    /**
     * @param kind "6 tháng", "năm", "quý I", "đợt 1", "hồ sơ khen thưởng", "sáng kiến"
     */
    public record ReportDeadline(String kind, LocalDate due, String text) {}

    /**
     * @param position without TM. and KT. lines
     */
    public record Signatory(
            @Nullable String position, @Nullable String name) {}

    /**
     * @param message what is odd and what to do, in Vietnamese
     */
    public record Warning(WarningCode code, String message, List<SourceRange> sources) {
        public Warning {
            sources = List.copyOf(sources);
        }
    }
}
