package vn.thidua.organization.view.people;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.values.Sealed;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/**
 * One row per person's record, with the name in the clear for search. An erasure takes it out of the row; a view that is
 * filled later finds the key destroyed, and never learns it.
 */
public final class PeopleView implements View {

    public static final String NAME = "people";

    /** Blind indexes of all citizen ids that were ever on the record. */
    static final String HEARD = "heard";

    private final Function<Sealed, Optional<String>> opening;

    /** @param opening gives the text, or nothing if it was erased */
    public PeopleView(Function<Sealed, Optional<String>> opening) {
        this.opening = opening;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        // 1 kept no coarse facts of an erased person
        return 2;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending("places", "sort", "_id")),
                new IndexModel(Indexes.ascending("citizen")),
                new IndexModel(Indexes.ascending(HEARD)));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof PersonEvent person) {
            project(person, event.sequence(), rows);
        }
    }

    private void project(PersonEvent event, long version, Rows rows) {
        switch (event) {
            case PersonEvent.PersonRegistered e ->
                rows.change(e.person(), row -> {
                    row.append("unit", e.unit())
                            .append("places", List.of(e.unit()))
                            .append("records", List.of(e.person()))
                            .append("version", version);
                    put(row, "importId", e.importId());
                    return facts(row, e.name(), e.citizenIndex(), e.gender(), e.birthYear());
                });
            case PersonEvent.PersonCorrected e ->
                rows.change(e.person(), row -> facts(row, e.name(), e.citizenIndex(), e.gender(), e.birthYear())
                        .append("version", version));
            case PersonEvent.PostHeld e ->
                rows.change(e.person(), row -> place(row, e.postUnit()).append("version", version));
            case PersonEvent.PostLeft e -> rows.change(e.person(), row -> row.append("version", version));
            case PersonEvent.PersonsMerged e -> {
                List<String> places = rows.get(e.merged())
                        .map(row -> row.getList("places", String.class, List.of()))
                        .orElse(List.of());
                rows.change(e.person(), row -> {
                    places.forEach(unit -> place(row, unit));
                    return row.append("records", e.records()).append("version", version);
                });
            }
            case PersonEvent.PersonJoined e ->
                rows.change(e.person(), row -> row.append("into", e.into()).append("version", version));
            case PersonEvent.PersonErased e -> {
                for (String erased : e.erased()) {
                    rows.changeIfPresent(erased, PeopleView::scrub);
                }
                rows.changeIfPresent(e.person(), row -> row.append("version", version));
            }
        }
    }

    private Document facts(
            Document row,
            Sealed sealed,
            @Nullable String citizen,
            @Nullable Gender gender,
            @Nullable Integer birthYear) {
        Optional<String> name = opening.apply(sealed);
        row.append("sort", name.map(Text::sort).orElse(""));
        name.ifPresent(text -> row.append("name", text).append("fold", Text.fold(text)));
        put(row, "citizen", citizen);
        if (citizen != null) {
            // stays, for the stream of that citizen id stays too; it tells nothing
            List<String> heard = new ArrayList<>(row.getList(HEARD, String.class, List.of()));
            if (!heard.contains(citizen)) {
                heard.add(citizen);
            }
            row.append(HEARD, heard);
        }
        put(row, "gender", gender == null ? null : gender.name());
        put(row, "birthYear", birthYear);
        return row;
    }

    /** Gender and year of birth stay, for the statistics; nobody is shown them of this person. */
    private static Document scrub(Document row) {
        row.remove("name");
        row.remove("fold");
        row.remove("citizen");
        return row.append("sort", "").append("erased", true);
    }

    private static Document place(Document row, String unit) {
        List<String> places = new ArrayList<>(row.getList("places", String.class, List.of()));
        if (!places.contains(unit)) {
            places.add(unit);
        }
        return row.append("places", places);
    }

    private static void put(Document row, String field, @Nullable Object value) {
        if (value != null) {
            row.append(field, value);
        }
    }
}
