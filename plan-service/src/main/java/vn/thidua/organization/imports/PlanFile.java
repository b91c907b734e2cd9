package vn.thidua.organization.imports;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.organization.sheet.check.SheetPreview;
import vn.thidua.organization.sheet.check.Step;

/** A preview with its steps as JSON. It holds names and numbers in the clear: it is kept in the store of sealed files only. */
final class PlanFile {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.NewUnit.class, name = "new-unit"),
        @JsonSubTypes.Type(value = Step.Rename.class, name = "rename"),
        @JsonSubTypes.Type(value = Step.Move.class, name = "move"),
        @JsonSubTypes.Type(value = Step.Merge.class, name = "merge"),
        @JsonSubTypes.Type(value = Step.End.class, name = "end"),
        @JsonSubTypes.Type(value = Step.NewPerson.class, name = "new-person"),
        @JsonSubTypes.Type(value = Step.Post.class, name = "post")
    })
    private interface Typed {}

    private record Steps(List<Step> steps) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Step.class, Typed.class).build();

    private PlanFile() {}

    static byte[] write(SheetPreview preview) {
        return JSON.writeValueAsBytes(preview);
    }

    static SheetPreview read(InputStream from) {
        return JSON.readValue(from, SheetPreview.class);
    }

    /** SHA-256 of the steps, hexadecimal: equal steps have equal ones. */
    static String hash(List<Step> steps) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(new Steps(steps)));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
