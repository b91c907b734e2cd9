package vn.thidua.plan.reader.fields;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanProposal.CitedDocument;
import vn.thidua.plan.reader.PlanProposal.IssueDate;
import vn.thidua.plan.reader.PlanProposal.NumericTarget;
import vn.thidua.plan.reader.PlanProposal.ProposedTask;
import vn.thidua.plan.reader.PlanProposal.ReportDeadline;
import vn.thidua.plan.reader.PlanProposal.Signatory;
import vn.thidua.plan.reader.grammar.CitationGrammar.Citation;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.source.SourceDocument;
import vn.thidua.plan.reader.source.SourceRange;
import vn.thidua.plan.reader.structure.Flow;
import vn.thidua.plan.reader.structure.PlanZones;

/** Turns fields into plain values and keeps, by path, where each was read. */
public final class ProposalAssembler {
    private final SourceDocument document;
    private final PlanFields fields;
    private final Map<String, List<SourceRange>> sources = new LinkedHashMap<>();

    private ProposalAssembler(SourceDocument document, PlanFields fields) {
        this.document = document;
        this.fields = fields;
    }

    public static PlanProposal propose(SourceDocument document, Budget budget) {
        PlanZones zones = PlanZones.of(Flow.of(document.blocks(), budget), budget);
        budget.check();
        ProposalAssembler assembler = new ProposalAssembler(document, new PlanFields(zones, budget));
        return assembler.assemble();
    }

    private PlanProposal assemble() {
        HeaderFields.DocumentNumber number = fields.number;
        String documentNumber =
                number == null || number.isBlank() ? null : compact(words("documentNumber", number.words()));
        String issuer = issuer();
        String place = words("place", fields.placeAndDate.place());
        IssueDate issueDate = new IssueDate(
                number("issueDate.day", fields.placeAndDate.day()),
                number("issueDate.month", fields.placeAndDate.month()),
                number("issueDate.year", fields.placeAndDate.year()));
        String title = words("title", fields.title);
        Integer year = number("year", fields.yearAt);
        String theme = words("theme", fields.theme);
        List<CitedDocument> legalBases = documents("legalBases", fields.bases);
        List<CitedDocument> implemented = documents("implementsDocuments", fields.implemented);
        List<ProposedTask> tasks = tasks();
        List<String> campaigns = list("namedCampaigns", fields.campaigns);
        List<NumericTarget> targets = targets();
        List<ReportDeadline> reports = reports();
        List<String> recipients = list("recipients", fields.closing.recipients());
        Signatory signatory = new Signatory(
                words("signatory.position", fields.closing.position()), words("signatory.name", fields.closing.name()));
        return new PlanProposal(
                document.text(),
                documentNumber,
                issuer,
                place,
                issueDate,
                title,
                year,
                theme,
                legalBases,
                implemented,
                tasks,
                campaigns,
                targets,
                reports,
                recipients,
                signatory,
                new Warnings(document, fields).all(),
                sources);
    }

    private @Nullable String issuer() {
        IssuingUnit.Issuer issuer = fields.issuer;
        if (issuer == null) {
            return null;
        }
        // in the order of the name's words: the place may stand before the unit it belongs to
        List<SourceRange> ranges = new ArrayList<>();
        for (Passage at : issuer.at()) {
            ranges.addAll(at.ranges(document.text()));
        }
        sources.put("issuingUnit", ranges);
        return issuer.name();
    }

    private @Nullable String words(String path, @Nullable Passage passage) {
        if (passage == null || passage.isEmpty()) {
            return null;
        }
        sources.put(path, passage.ranges(document.text()));
        return passage.toString();
    }

    private @Nullable Integer number(String path, Passage passage) {
        String words = words(path, passage);
        if (words == null) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        words.chars().forEach(c -> digits.append(HeaderFields.digit((char) c)));
        return Integer.valueOf(digits.toString());
    }

    /** Blanks inside a number are slips of the typist. */
    private static @Nullable String compact(@Nullable String number) {
        return number == null ? null : number.replaceAll("\\s+", "");
    }

    private List<String> list(String path, List<Passage> passages) {
        List<String> values = new ArrayList<>();
        for (Passage passage : passages) {
            String value = words(path + "[" + values.size() + "]", passage);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable LocalDate date(String path, @Nullable LocalDate date, @Nullable Passage at) {
        if (date != null) {
            words(path, at);
        }
        return date;
    }

    private List<CitedDocument> documents(String field, List<Citation> citations) {
        List<CitedDocument> found = new ArrayList<>();
        for (Citation citation : citations) {
            String path = field + "[" + found.size() + "]";
            Passage number = citation.number();
            LocalDate date = citation.date() == null || citation.date().year() == null
                    ? null
                    : citation.date().in(citation.date().year());
            String type = String.valueOf(words(path + ".type", citation.kind()));
            found.add(new CitedDocument(
                    Character.toUpperCase(type.charAt(0)) + type.substring(1),
                    compact(words(path + ".number", number)),
                    date(path + ".date", date, citation.dateWords()),
                    words(path + ".issuer", citation.issuer())));
        }
        return found;
    }

    private List<ProposedTask> tasks() {
        List<ProposedTask> found = new ArrayList<>();
        for (TaskDraft draft : fields.tasks) {
            fields.budget.check();
            String path = "tasks[" + found.size() + "]";
            words(path + ".ordinal", draft.ordinalAt());
            String text = words(path + ".text", draft.text());
            String deadline = words(path + ".deadlineText", draft.deadline());
            if (draft.quarter() != null) {
                words(path + ".quarter", draft.quarterAt());
            }
            found.add(new ProposedTask(
                    draft.ordinal(),
                    text == null ? "" : text,
                    deadline,
                    draft.quarter(),
                    date(path + ".dueFrom", draft.dueFrom(), draft.windowAt()),
                    date(path + ".dueTo", draft.dueTo(), draft.windowAt()),
                    list(path + ".lead", draft.lead()),
                    list(path + ".executors", draft.executors()),
                    list(path + ".coordinators", draft.coordinators())));
        }
        return found;
    }

    private List<NumericTarget> targets() {
        List<NumericTarget> found = new ArrayList<>();
        for (Targets.Target target : fields.targets) {
            fields.budget.check();
            String path = "numericTargets[" + found.size() + "]";
            String text = words(path + ".text", target.text());
            words(path + ".value", target.number());
            if (target.valueMax() != null) {
                words(path + ".valueMax", target.number());
            }
            words(path + ".unit", target.unitAt());
            words(path + ".byYear", target.yearAt());
            found.add(new NumericTarget(
                    text == null ? "" : text,
                    target.value(),
                    target.valueMax(),
                    target.unit(),
                    target.comparator(),
                    target.byYear()));
        }
        return found;
    }

    private List<ReportDeadline> reports() {
        List<ReportDeadline> found = new ArrayList<>();
        for (Reports.Report report : fields.reports) {
            String path = "reportDeadlines[" + found.size() + "]";
            words(path + ".kind", report.kindAt());
            words(path + ".due", report.dueAt());
            String text = words(path + ".text", report.text());
            found.add(new ReportDeadline(report.kind(), report.due(), text == null ? "" : text));
        }
        return found;
    }
}
