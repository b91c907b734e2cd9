package vn.thidua.plan.reader.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;
import vn.thidua.plan.reader.Reading;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.json.ProposalJson;
import vn.thidua.plan.reader.source.SourceRange;

/** Reads as the command does, and holds whatever comes out to what every reading promises. */
final class Guarded {
    /** Far above the limit of a reading: whoever meets it hangs. */
    private static final Duration HANGS = Duration.ofSeconds(25);

    private Guarded() {}

    static Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading read(byte[] file) {
        PlanReader reader = new PlanReader(ReadLimits.DEFAULT);
        Reading reading = assertTimeoutPreemptively(HANGS, () -> reader.read(file));
        switch (reading) {
            case Reading.Refused refused -> check(refused);
            case Reading.Proposed proposed -> check(proposed.proposal());
        }
        return reading;
    }

    static PlanProposal proposal(byte[] file) {
        Reading reading = read(file);
        assertThat(reading).isInstanceOf(Reading.Proposed.class);
        return ((Reading.Proposed) reading).proposal();
    }

    static RefusalReason refusal(byte[] file) {
        Reading reading = read(file);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).reason();
    }

    private static void check(Reading.Refused refused) {
        assertThat(refused.message()).isNotBlank();
        assertThat(refused.remedy()).isNotBlank();
        assertThat(refused.message() + refused.remedy()).doesNotContain("Exception", "vn.thidua", "at java.");
    }

    private static void check(PlanProposal proposal) {
        int length = proposal.text().length();
        assertThat(proposal.text()).isNotBlank();
        for (List<SourceRange> ranges : proposal.sources().values()) {
            ranges.forEach(range -> check(range, length));
        }
        for (PlanProposal.Warning warning : proposal.warnings()) {
            assertThat(warning.message()).isNotBlank();
            warning.sources().forEach(range -> check(range, length));
        }
        StringWriter out = new StringWriter();
        try (ProposalJson json = new ProposalJson(out, false)) {
            json.proposal(proposal);
        }
        assertThat(out.getBuffer().charAt(0)).isEqualTo('{');
    }

    private static void check(SourceRange range, int length) {
        if (range.start() < 0 || range.end() <= range.start() || range.end() > length) {
            throw new AssertionError(range + " is no piece of a text of " + length + " characters");
        }
    }
}
