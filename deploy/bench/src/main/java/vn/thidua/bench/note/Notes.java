package vn.thidua.bench.note;

import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.thidua.bench.note.NoteEvent.LineAdded;
import vn.thidua.bench.note.NoteEvent.NoteBegun;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.eventstore.EventNames;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.publish.KafkaSettings;

/** The invented context in one place. */
public final class Notes {

    /** Its name. */
    public static final String CONTEXT = "notes";

    /** The installation that the bench is. */
    public static final String INSTALLATION = "0191e1a0-0000-7000-8000-0000000be4c4";

    private Notes() {}

    /** The stored names. */
    public static EventNames names() {
        return EventNames.builder()
                .name(NoteBegun.class, "notes.note-begun", 1)
                .name(LineAdded.class, "notes.line-added", 1)
                .build();
    }

    /** The aggregate alone; whoever measures more adds it. */
    public static ContextSpec.Builder spec(String context) {
        return ContextSpec.named(context, names()).aggregates(Note.class);
    }

    /** Its family of contract events, under the name of a context of the run's own. */
    public static ContractTypes types(String context) {
        return ContractTypes.builder().family(context, NoteContract.class).build();
    }

    /** What another context hears. */
    public static List<ContractEvent> publish(LoggedEvent event) {
        return event.payload() instanceof LineAdded line
                ? List.of(new NoteContract.LineAddedV1(line.note(), line.unit(), line.number(), line.text()))
                : List.of();
    }

    /** As a service has them. */
    public static ContextSettings settings(String mongo, String databases, @Nullable KafkaSettings kafka) {
        return ContextSettings.of(INSTALLATION, mongo, kafka, new SecretKeySpec(new byte[32], "HmacSHA256"))
                .withDatabases(databases);
    }

    /** Somebody does something. */
    public static Act act() {
        String request = Ids.fresh();
        return new Act("person-1", List.of("OFFICER@unit-1"), "unit-1", request, request, null);
    }
}
