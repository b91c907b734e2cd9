package vn.thidua.plan.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;

/** What comes in of the content of a plan. */
final class ContentBodies {

    private ContentBodies() {}

    /**
     * A document that the plan names.
     *
     * @param plan id of the plan in this system that it is; found by number, date and issuer if it is absent
     */
    record Document(
            @NotBlank @Size(max = 200) String type,
            @Nullable @Size(max = 200) String number,
            @Nullable LocalDate date,
            @Nullable @Size(max = 2000) String issuer,
            @Nullable @Size(max = 64) String plan) {

        CitedDocument toDocument() {
            return new CitedDocument(type, blankToNull(number), date, blankToNull(issuer), blankToNull(plan));
        }
    }

    /** @param unit {@code %} or the things counted */
    record Figure(
            @NotBlank @Size(max = 10_000) String text,
            @NotNull BigDecimal value,
            @Nullable BigDecimal valueMax,
            @NotNull @Size(max = 200) String unit,

            @NotNull @Pattern(regexp = "=|>|>=|<|<=|between")
            String comparator,

            @Nullable Integer byYear) {}

    record ReportDue(
            @NotBlank @Size(max = 200) String kind,
            @NotNull LocalDate due,
            @NotNull @Size(max = 2000) String text) {}

    record Signer(
            @Nullable @Size(max = 200) String position,
            @Nullable @Size(max = 200) String name) {}

    /** Values of a plan; what is absent is not spoken of, an empty text or list leaves the value empty. */
    record Values(
            @Nullable @Size(max = 200) String documentNumber,
            @Nullable LocalDate issueDate,
            @Nullable @Size(max = 200) String place,
            @Nullable @Size(max = 2000) String title,
            @Nullable @Min(1945) @Max(2199) Integer year,
            @Nullable @Size(max = 2000) String theme,
            @Nullable @Size(max = 500) List<@NotNull @Valid Document> legalBases,
            @Nullable @Size(max = 500) List<@NotNull @Valid Document> implementsDocuments,
            @Nullable @Size(max = 500) List<@NotBlank @Size(max = 2000) String> campaigns,
            @Nullable @Size(max = 500) List<@NotNull @Valid Figure> targets,
            @Nullable @Size(max = 500) List<@NotNull @Valid ReportDue> reportDeadlines,
            @Nullable @Size(max = 500) List<@NotBlank @Size(max = 2000) String> recipients,
            @Nullable @Valid Signer signatory) {

        /** Which values are spoken of. */
        Set<PlanField> given() {
            Set<PlanField> given = EnumSet.noneOf(PlanField.class);
            for (PlanField field : PlanField.values()) {
                if (in(field) != null) {
                    given.add(field);
                }
            }
            return given;
        }

        private @Nullable Object in(PlanField field) {
            return switch (field) {
                case DOCUMENT_NUMBER -> documentNumber;
                case ISSUE_DATE -> issueDate;
                case PLACE -> place;
                case TITLE -> title;
                case YEAR -> year;
                case THEME -> theme;
                case LEGAL_BASES -> legalBases;
                case IMPLEMENTS -> implementsDocuments;
                case CAMPAIGNS -> campaigns;
                case TARGETS -> targets;
                case REPORT_DEADLINES -> reportDeadlines;
                case RECIPIENTS -> recipients;
                case SIGNATORY -> signatory;
            };
        }

        PlanDetails toDetails(PlanDetails.PlanKind kind) {
            return new PlanDetails(
                    kind,
                    blankToNull(documentNumber),
                    issueDate,
                    blankToNull(place),
                    blankToNull(title),
                    year,
                    blankToNull(theme),
                    all(legalBases, Document::toDocument),
                    all(implementsDocuments, Document::toDocument),
                    all(campaigns, text -> text),
                    all(
                            targets,
                            figure -> new PlanDetails.NumericTarget(
                                    figure.text(),
                                    figure.value(),
                                    figure.valueMax(),
                                    figure.unit(),
                                    figure.comparator(),
                                    figure.byYear())),
                    all(
                            reportDeadlines,
                            report -> new PlanDetails.ReportDeadline(report.kind(), report.due(), report.text())),
                    all(recipients, text -> text),
                    signatoryOrNull());
        }

        private PlanDetails.@Nullable Signatory signatoryOrNull() {
            if (signatory == null) {
                return null;
            }
            String position = blankToNull(signatory.position());
            String name = blankToNull(signatory.name());
            return position == null && name == null ? null : new PlanDetails.Signatory(position, name);
        }
    }

    /**
     * Somebody whom words mean.
     *
     * @param id of the unit; of the unit that has the post; of the group
     * @param post title of the post, for {@code POST} only
     */
    record Meant(
            @NotNull Target.Kind kind,
            @NotBlank @Size(max = 64) String id,
            @Nullable @Size(max = 500) String post) {}

    /** @param words as in the document; the names of those meant, if absent */
    record Named(
            @Nullable @Size(max = 2000) String words,
            @Nullable @Size(max = 500) List<@NotNull @Valid Meant> targets) {}

    /**
     * A task as it shall be.
     *
     * @param n its number; absent for a new one
     */
    record Task(
            @Nullable @Min(1) Integer n,
            @Nullable @Size(max = 200) String ordinal,
            @NotBlank @Size(max = 10_000) String text,
            @Nullable @Size(max = 2000) String deadlineText,
            @Nullable @Min(1) @Max(4) Integer quarter,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable @Size(max = 500) List<@NotNull @Valid Named> lead,
            @Nullable @Size(max = 500) List<@NotNull @Valid Named> executors,
            @Nullable @Size(max = 500) List<@NotNull @Valid Named> coordinators) {}

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <T, R> List<R> all(@Nullable Collection<T> given, Function<T, R> each) {
        return given == null ? List.of() : given.stream().map(each).toList();
    }
}
