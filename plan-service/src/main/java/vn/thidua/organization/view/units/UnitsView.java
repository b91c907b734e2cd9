package vn.thidua.organization.view.units;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.UnitEvent;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Mark;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** One row per unit, with all its names, codes and parents and their days; fed by the unit's own stream alone. */
public final class UnitsView implements View {

    public static final String NAME = "units";

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
        // readers ask for what has changed since they last looked
        return List.of(new IndexModel(Indexes.ascending(Mark.POSITION)));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof UnitEvent unit) {
            rows.change(unit.unit(), row -> changed(row, unit).append("version", event.sequence()));
        }
    }

    private static Document changed(Document row, UnitEvent event) {
        switch (event) {
            case UnitEvent.UnitEstablished e -> {
                begin(row, e.kind(), e.home(), e.effective(), e.name(), e.code(), e.parent());
                put(row, "until", e.until());
                put(row, "importId", e.importId());
            }
            case UnitEvent.UnitFormed e -> {
                begin(row, e.kind(), e.home(), e.effective(), e.name(), e.code(), e.parent());
                row.append("formedOf", e.of()).append("settled", true);
            }
            case UnitEvent.UnitRenamed e -> name(row, e.effective(), e.name(), e.code());
            case UnitEvent.UnitMoved e -> place(row, e.effective(), e.to());
            case UnitEvent.UnitTransferred e -> place(row, e.effective(), e.to());
            case UnitEvent.UnitsMerged e -> {
                name(row, e.effective(), e.into().name(), e.into().code());
                absorbed(row, e.merged(), e.effective());
                row.append("settled", true);
            }
            case UnitEvent.UnitEnded e -> end(row, e.effective(), e.successor());
            case UnitEvent.UnitSplit e -> {
                row.append("settled", true)
                        .append(
                                "splitInto",
                                e.parts().stream().map(UnitEvent.Part::unit).toList());
                if (e.ended()) {
                    end(row, e.effective(), e.successor());
                }
            }
            case UnitEvent.UnitDissolved e -> end(row, e.effective(), e.successor());
            case UnitEvent.UnitWithdrawn _ -> row.append("withdrawn", true);
            // it cannot be withdrawn any more
            case UnitEvent.UnitReferred _ -> row.append("settled", true);
            case UnitEvent.MembersJoined _, UnitEvent.MembersLeft _, UnitEvent.BranchGrew _ -> {
                // the version alone
            }
        }
        return row;
    }

    private static void begin(
            Document row,
            UnitKind kind,
            String home,
            LocalDate from,
            String name,
            String code,
            @Nullable String parent) {
        row.append("kind", kind.name()).append("home", home).append("from", from.toString());
        name(row, from, name, code);
        if (parent != null) {
            place(row, from, parent);
        }
    }

    private static void end(Document row, LocalDate effective, @Nullable String successor) {
        row.append("until", effective.minusDays(1).toString()).append("settled", true);
        put(row, "successor", successor);
    }

    private static void absorbed(Document row, List<String> merged, LocalDate effective) {
        List<Document> all = new ArrayList<>(row.getList("absorbed", Document.class, List.of()));
        all.add(new Document("from", effective.toString()).append("units", merged));
        row.append("absorbed", all);
    }

    private static void name(Document row, LocalDate from, String name, String code) {
        dated(row, "namings", from, new Document("name", name).append("code", code));
        // also those that were put right since
        List<String> codes = new ArrayList<>(row.getList("codes", String.class, List.of()));
        if (!codes.contains(code)) {
            codes.add(code);
            row.append("codes", codes);
        }
    }

    private static void place(Document row, LocalDate from, String parent) {
        dated(row, "parents", from, new Document("parent", parent));
    }

    /** In order of days; the same day again takes the place of what stood there. */
    private static void dated(Document row, String field, LocalDate from, Document value) {
        String day = from.toString();
        List<Document> all = new ArrayList<>(row.getList(field, Document.class, List.of()));
        all.removeIf(entry -> day.equals(entry.getString("from")));
        all.add(value.append("from", day));
        all.sort(Comparator.comparing(entry -> entry.getString("from")));
        row.append(field, all);
    }

    private static void put(Document row, String field, @Nullable Object value) {
        if (value != null) {
            row.append(field, value instanceof LocalDate day ? day.toString() : value);
        }
    }
}
