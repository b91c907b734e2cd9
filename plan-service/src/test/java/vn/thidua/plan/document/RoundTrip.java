package vn.thidua.plan.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.drafting.ProposedValues;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;
import vn.thidua.plan.reader.Reading;

/** A plan written as a document, and read from it again. */
record RoundTrip(String issuer, PlanDetails details, List<PlannedTask> tasks, PlanProposal read) {

    static RoundTrip of(String issuer, PlanDetails details, List<PlannedTask> tasks) {
        return new RoundTrip(issuer, details, tasks, proposal(document(issuer, details, tasks)));
    }

    /** Of a document: what is read from it is written, and read again. */
    static RoundTrip of(byte[] document) {
        PlanProposal first = proposal(document);
        String issuer = Objects.requireNonNullElse(first.issuingUnit(), "UBND xã An Bình");
        return of(
                issuer,
                ProposedValues.of(first).details(),
                ProposedValues.of(first).tasks());
    }

    static byte[] document(String issuer, PlanDetails details, List<PlannedTask> tasks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PlanDocument.write(details, tasks, issuer, null, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static PlanProposal proposal(byte[] document) {
        return switch (new PlanReader(ReadLimits.DEFAULT).read(document)) {
            case Reading.Proposed proposed -> proposed.proposal();
            case Reading.Refused refused -> throw new AssertionError(refused.message());
        };
    }

    /** What each task says, one value a line, blanks as one. */
    static List<String> told(List<PlannedTask> tasks) {
        List<String> told = new ArrayList<>();
        for (PlannedTask task : tasks) {
            TaskContent content = task.content();
            String at = "task " + task.n() + " ";
            told.add(at + "ordinal: " + content.ordinal());
            told.add(at + "text: " + line(content.text()));
            told.add(at + "deadline: " + line(content.deadlineText()));
            told.add(at + "quarter: " + content.quarter());
            told.add(at + "from: " + content.dueFrom());
            told.add(at + "to: " + content.dueTo());
            told.add(at + "lead: " + words(content.lead()));
            told.add(at + "executors: " + words(content.executors()));
            told.add(at + "coordinators: " + words(content.coordinators()));
        }
        return told;
    }

    /** What the plan says beside its tasks, bases, targets and campaigns. */
    static List<String> told(String issuer, PlanDetails details) {
        return List.of(
                "issuer: " + issuer,
                "number: " + details.documentNumber(),
                "date: " + details.issueDate(),
                "place: " + details.place(),
                "title: " + details.title(),
                "year: " + details.year(),
                "theme: " + details.theme(),
                "bases: " + details.legalBases(),
                "implements: " + details.implementsDocuments(),
                "recipients: " + details.recipients(),
                "signatory: " + details.signatory());
    }

    static List<String> reports(PlanDetails details) {
        return details.reportDeadlines().stream()
                .map(report -> report.kind() + " " + report.due())
                .sorted()
                .toList();
    }

    static List<String> targets(PlanDetails details) {
        return details.targets().stream()
                .map(target -> target.comparator() + " " + target.value() + " " + target.valueMax() + " "
                        + target.unit() + " " + target.byYear())
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> campaigns(PlanDetails details) {
        return details.campaigns().stream().sorted().toList();
    }

    List<PlannedTask> tasksRead() {
        return ProposedValues.of(read).tasks();
    }

    PlanDetails detailsRead() {
        return ProposedValues.of(read).details();
    }

    String issuerRead() {
        return String.valueOf(read.issuingUnit());
    }

    private static String words(List<Assignee> assignees) {
        return assignees.stream().map(each -> line(each.words())).toList().toString();
    }

    private static String line(@Nullable String words) {
        return words == null ? "" : WordText.line(words);
    }
}
