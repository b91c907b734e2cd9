package vn.thidua.plan.domain.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of itself, beside its tasks. In a draft anything may be missing.
 *
 * @param year the plan's year, not that of its issue
 * @param legalBases documents behind "Căn cứ"
 * @param implementsDocuments documents behind "Thực hiện": those of the tier above
 * @param campaigns names of campaigns, each once
 * @param recipients lines of "Nơi nhận"
 */
public record PlanDetails(
        PlanKind kind,
        @Nullable String documentNumber,
        @Nullable LocalDate issueDate,
        @Nullable String place,
        @Nullable String title,
        @Nullable Integer year,
        @Nullable String theme,
        List<CitedDocument> legalBases,
        List<CitedDocument> implementsDocuments,
        List<String> campaigns,
        List<NumericTarget> targets,
        List<ReportDeadline> reportDeadlines,
        List<String> recipients,
        @Nullable Signatory signatory) {

    /** Whether a plan is for a year or for a campaign. */
    public enum PlanKind {
        YEAR,
        CAMPAIGN
    }

    public PlanDetails {
        legalBases = List.copyOf(legalBases);
        implementsDocuments = List.copyOf(implementsDocuments);
        campaigns = List.copyOf(campaigns);
        targets = List.copyOf(targets);
        reportDeadlines = List.copyOf(reportDeadlines);
        recipients = List.copyOf(recipients);
    }

    /**
     * The same, with another plan behind a document that it implements.
     *
     * @param index in {@link #implementsDocuments}
     * @param above null takes the link away
     */
    public PlanDetails withLink(int index, @Nullable String above) {
        List<CitedDocument> cited = new ArrayList<>(implementsDocuments);
        CitedDocument document = cited.get(index);
        cited.set(
                index,
                new CitedDocument(document.type(), document.number(), document.date(), document.issuer(), above));
        return new PlanDetails(
                kind,
                documentNumber,
                issueDate,
                place,
                title,
                year,
                theme,
                legalBases,
                cited,
                campaigns,
                targets,
                reportDeadlines,
                recipients,
                signatory);
    }

    /** Ids of the plans of this system behind the documents that it implements. */
    public Set<String> linked() {
        Set<String> plans = new TreeSet<>();
        for (CitedDocument document : implementsDocuments) {
            if (document.plan() != null) {
                plans.add(document.plan());
            }
        }
        return plans;
    }

    /** Nothing is known. */
    public static PlanDetails empty() {
        return new PlanDetails(
                PlanKind.YEAR,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /**
     * @param text the clause that sets the target
     * @param valueMax upper end when the comparator is {@code between}, else null
     * @param unit {@code %} or the things counted
     * @param comparator one of {@code = > >= < <= between}
     */
    public record NumericTarget(
            String text,
            BigDecimal value,
            @Nullable BigDecimal valueMax,
            String unit,
            String comparator,
            @Nullable Integer byYear) {

        /** Digits of the largest value that counts something. */
        static final int PLAIN_MOST = 18;

        public NumericTarget {
            // 70 and 70.0 are one value: nothing changes if one is written for the other
            value = plain(value);
            valueMax = valueMax == null ? null : plain(valueMax);
        }

        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            // 1E+999999999 is not written out; it is refused later
            return stripped.scale() < 0 && stripped.scale() > -PLAIN_MOST ? stripped.setScale(0) : stripped;
        }
    }

    /** @param kind as {@code 6 tháng}, {@code năm} */
    public record ReportDeadline(String kind, LocalDate due, String text) {}

    /** Who signed: published official content. */
    public record Signatory(
            @Nullable String position, @Nullable String name) {}
}
