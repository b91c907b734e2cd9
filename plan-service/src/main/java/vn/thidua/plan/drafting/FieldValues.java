package vn.thidua.plan.drafting;

import java.util.Collection;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;

/** Puts values of some fields in the place of others. */
public final class FieldValues {

    private FieldValues() {}

    /** The values of these fields from one, all others from the other. */
    public static PlanDetails taken(PlanDetails base, PlanDetails from, Collection<PlanField> fields) {
        PlanDetails all = base;
        for (PlanField field : fields) {
            all = taken(all, from, field);
        }
        return all;
    }

    /** Without the values of these fields. */
    public static PlanDetails without(PlanDetails base, Collection<PlanField> fields) {
        return taken(base, PlanDetails.empty(), fields);
    }

    /** The same values for another kind of plan. */
    public static PlanDetails withKind(PlanDetails base, PlanDetails.PlanKind kind) {
        return new PlanDetails(
                kind,
                base.documentNumber(),
                base.issueDate(),
                base.place(),
                base.title(),
                base.year(),
                base.theme(),
                base.legalBases(),
                base.implementsDocuments(),
                base.campaigns(),
                base.targets(),
                base.reportDeadlines(),
                base.recipients(),
                base.signatory());
    }

    private static PlanDetails taken(PlanDetails d, PlanDetails from, PlanField field) {
        return new PlanDetails(
                d.kind(),
                field == PlanField.DOCUMENT_NUMBER ? from.documentNumber() : d.documentNumber(),
                field == PlanField.ISSUE_DATE ? from.issueDate() : d.issueDate(),
                field == PlanField.PLACE ? from.place() : d.place(),
                field == PlanField.TITLE ? from.title() : d.title(),
                field == PlanField.YEAR ? from.year() : d.year(),
                field == PlanField.THEME ? from.theme() : d.theme(),
                field == PlanField.LEGAL_BASES ? from.legalBases() : d.legalBases(),
                field == PlanField.IMPLEMENTS ? from.implementsDocuments() : d.implementsDocuments(),
                field == PlanField.CAMPAIGNS ? from.campaigns() : d.campaigns(),
                field == PlanField.TARGETS ? from.targets() : d.targets(),
                field == PlanField.REPORT_DEADLINES ? from.reportDeadlines() : d.reportDeadlines(),
                field == PlanField.RECIPIENTS ? from.recipients() : d.recipients(),
                field == PlanField.SIGNATORY ? from.signatory() : d.signatory());
    }
}
