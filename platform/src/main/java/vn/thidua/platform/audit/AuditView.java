package vn.thidua.platform.audit;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.eventstore.EventNames;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** What was accepted: one row per event, of its metadata alone. What an event says is not here. */
public final class AuditView implements View {

    /** Its name. */
    public static final String NAME = "audit";

    static final String POSITION = "position";
    static final String AT = "at";
    static final String EVENT = "event";
    static final String KIND = "kind";
    static final String AGGREGATE = "aggregate";
    static final String SEQUENCE = "sequence";
    static final String ACTOR = "actor";
    static final String POSTS = "posts";
    static final String UNIT = "unit";
    static final String REQUEST = "request";
    static final String CORRELATION = "correlation";
    static final String CAUSATION = "causation";
    static final String ACTING_FOR = "actingFor";

    private final EventNames names;

    /**
     * @param names of the context's events: the stored name is what is shown
     */
    public AuditView(EventNames names) {
        this.names = names;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.descending(POSITION)),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending(UNIT), Indexes.descending(POSITION))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending(ACTOR), Indexes.descending(POSITION))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending(AGGREGATE), Indexes.descending(POSITION))));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (!event.metadata().containsKey("actor")) {
            // an event type that is anonymous leaves no trace here either
            return;
        }
        Act act = Act.of(event.metadata());
        rows.change(event.id(), row -> row.append(POSITION, event.position())
                .append(AT, event.at().toString())
                .append(
                        EVENT,
                        names.of(event.payload().getClass())
                                .map(EventNames.StoredName::name)
                                .orElse("unknown"))
                .append(KIND, event.aggregateType())
                .append(AGGREGATE, event.aggregateId())
                .append(SEQUENCE, event.sequence())
                .append(ACTOR, act.actor())
                .append(POSTS, act.posts())
                .append(UNIT, act.unit())
                .append(REQUEST, act.request())
                .append(CORRELATION, act.correlation())
                .append(CAUSATION, act.causation())
                .append(ACTING_FOR, act.actingFor()));
    }

    static Entry entry(Document row) {
        return new Entry(
                row.getString("_id"),
                row.getLong(POSITION),
                row.getString(AT),
                row.getString(EVENT),
                row.getString(KIND),
                row.getString(AGGREGATE),
                row.getLong(SEQUENCE),
                row.getString(ACTOR),
                row.getList(POSTS, String.class, List.of()),
                row.getString(UNIT),
                row.getString(REQUEST),
                row.getString(CORRELATION),
                row.getString(CAUSATION),
                row.getString(ACTING_FOR));
    }
}
