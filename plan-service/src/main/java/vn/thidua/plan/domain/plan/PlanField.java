package vn.thidua.plan.domain.plan;

import org.jspecify.annotations.Nullable;

/** A value of a plan that is confirmed by itself; a list is one value. */
public enum PlanField {
    DOCUMENT_NUMBER("documentNumber"),
    ISSUE_DATE("issueDate"),
    PLACE("place"),
    TITLE("title"),
    YEAR("year"),
    THEME("theme"),
    LEGAL_BASES("legalBases"),
    IMPLEMENTS("implementsDocuments"),
    CAMPAIGNS("campaigns"),
    TARGETS("targets"),
    REPORT_DEADLINES("reportDeadlines"),
    RECIPIENTS("recipients"),
    SIGNATORY("signatory");

    private final String path;

    PlanField(String path) {
        this.path = path;
    }

    /** Its name in {@link PlanDetails}, and so in requests, answers and rejections. */
    public String path() {
        return path;
    }

    /** Its value; null or an empty list if there is none. */
    public @Nullable Object in(PlanDetails details) {
        return switch (this) {
            case DOCUMENT_NUMBER -> details.documentNumber();
            case ISSUE_DATE -> details.issueDate();
            case PLACE -> details.place();
            case TITLE -> details.title();
            case YEAR -> details.year();
            case THEME -> details.theme();
            case LEGAL_BASES -> details.legalBases();
            case IMPLEMENTS -> details.implementsDocuments();
            case CAMPAIGNS -> details.campaigns();
            case TARGETS -> details.targets();
            case REPORT_DEADLINES -> details.reportDeadlines();
            case RECIPIENTS -> details.recipients();
            case SIGNATORY -> details.signatory();
        };
    }
}
