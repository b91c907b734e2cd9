package vn.thidua.plan.drafting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.plan.drafting.copy.CopyFlag;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.json.ProposalJson;

/** What stands in the file beside a draft: what was read from its document, or what is to be looked at in a copy. */
final class ProposalFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param flags of a copy */
    private record Flags(List<CopyFlag> flags) {}

    private ProposalFile() {}

    /** In the form in which the reader writes it everywhere. */
    static byte[] write(PlanProposal proposal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                ProposalJson json = new ProposalJson(writer, false)) {
            json.proposal(proposal);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
        return out.toByteArray();
    }

    static PlanProposal read(InputStream from) {
        return JSON.readValue(from, PlanProposal.class);
    }

    static byte[] writeFlags(List<CopyFlag> flags) {
        return JSON.writeValueAsBytes(new Flags(flags));
    }

    static List<CopyFlag> readFlags(InputStream from) {
        return JSON.readValue(from, Flags.class).flags();
    }
}
