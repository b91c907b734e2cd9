package vn.thidua.plan.reader.json;

import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanProposal.CitedDocument;
import vn.thidua.plan.reader.PlanProposal.NumericTarget;
import vn.thidua.plan.reader.PlanProposal.ProposedTask;
import vn.thidua.plan.reader.PlanProposal.ReportDeadline;
import vn.thidua.plan.reader.PlanProposal.Warning;
import vn.thidua.plan.reader.Reading;
import vn.thidua.plan.reader.source.SourceRange;

/** Writes readings as JSON; field names and their order are those of {@link PlanProposal}. */
public final class ProposalJson implements AutoCloseable {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    public ProposalJson(Writer out, boolean pretty) {
        this.json = FACTORY.createGenerator(pretty ? new Indented() : ObjectWriteContext.empty(), out);
    }

    /** Two blanks a level and {@code \n} on every system. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /** Opens the array of several readings; what follows in it are proposals and refusals in order. */
    public void startAll() {
        json.writeStartArray();
    }

    public void endAll() {
        json.writeEndArray();
    }

    /** An object with the one field {@code refused}. */
    public void refusal(Reading.Refused refused) {
        json.writeStartObject();
        json.writeObjectPropertyStart("refused");
        json.writeStringProperty("reason", refused.reason().name());
        json.writeStringProperty("message", refused.message());
        json.writeStringProperty("remedy", refused.remedy());
        json.writeEndObject();
        json.writeEndObject();
    }

    public void proposal(PlanProposal plan) {
        json.writeStartObject();
        string("documentNumber", plan.documentNumber());
        string("issuingUnit", plan.issuingUnit());
        string("place", plan.place());
        json.writeObjectPropertyStart("issueDate");
        number("day", plan.issueDate().day());
        number("month", plan.issueDate().month());
        number("year", plan.issueDate().year());
        json.writeEndObject();
        string("title", plan.title());
        number("year", plan.year());
        string("theme", plan.theme());
        documents("legalBases", plan.legalBases());
        documents("implementsDocuments", plan.implementsDocuments());
        json.writeArrayPropertyStart("tasks");
        plan.tasks().forEach(this::task);
        json.writeEndArray();
        strings("namedCampaigns", plan.namedCampaigns());
        json.writeArrayPropertyStart("numericTargets");
        plan.numericTargets().forEach(this::target);
        json.writeEndArray();
        json.writeArrayPropertyStart("reportDeadlines");
        plan.reportDeadlines().forEach(this::report);
        json.writeEndArray();
        strings("recipients", plan.recipients());
        json.writeObjectPropertyStart("signatory");
        string("position", plan.signatory().position());
        string("name", plan.signatory().name());
        json.writeEndObject();
        json.writeArrayPropertyStart("warnings");
        plan.warnings().forEach(this::warning);
        json.writeEndArray();
        json.writeObjectPropertyStart("sources");
        plan.sources().forEach((path, ranges) -> {
            json.writeName(path);
            ranges(ranges);
        });
        json.writeEndObject();
        json.writeStringProperty("text", plan.text());
        json.writeEndObject();
    }

    private void documents(String name, List<CitedDocument> documents) {
        json.writeArrayPropertyStart(name);
        for (CitedDocument document : documents) {
            json.writeStartObject();
            string("type", document.type());
            string("number", document.number());
            string("date", document.date());
            string("issuer", document.issuer());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void task(ProposedTask task) {
        json.writeStartObject();
        string("ordinal", task.ordinal());
        string("text", task.text());
        string("deadlineText", task.deadlineText());
        number("quarter", task.quarter());
        string("dueFrom", task.dueFrom());
        string("dueTo", task.dueTo());
        strings("lead", task.lead());
        strings("executors", task.executors());
        strings("coordinators", task.coordinators());
        json.writeEndObject();
    }

    private void target(NumericTarget target) {
        json.writeStartObject();
        string("text", target.text());
        decimal("value", target.value());
        decimal("valueMax", target.valueMax());
        string("unit", target.unit());
        string("comparator", target.comparator());
        number("byYear", target.byYear());
        json.writeEndObject();
    }

    private void report(ReportDeadline report) {
        json.writeStartObject();
        string("kind", report.kind());
        string("due", report.due());
        string("text", report.text());
        json.writeEndObject();
    }

    private void warning(Warning warning) {
        json.writeStartObject();
        string("code", warning.code());
        string("message", warning.message());
        json.writeName("sources");
        ranges(warning.sources());
        json.writeEndObject();
    }

    private void ranges(List<SourceRange> ranges) {
        json.writeStartArray();
        for (SourceRange range : ranges) {
            json.writeStartObject();
            json.writeNumberProperty("start", range.start());
            json.writeNumberProperty("end", range.end());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void string(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    private void number(String name, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private void decimal(String name, @Nullable BigDecimal value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    @Override
    public void close() {
        json.close();
    }
}
