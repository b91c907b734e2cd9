package vn.thidua.organization.imports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.sheet.check.KnownTree;
import vn.thidua.organization.view.people.PeopleView;
import vn.thidua.organization.view.people.PostsView;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.organization.view.units.UnitRow;
import vn.thidua.platform.view.ViewStore;

/**
 * Units and people as far as the views have come and the caller's rights reach: a preview must not tell of others. A
 * person whom only others know is recorded again, and joined by who may see both.
 */
public final class StandingTree implements KnownTree {
    private static final int ASKED_AT_ONCE = 1_000;

    private final Supplier<Forest> forest;
    private final ViewStore views;
    private final Predicate<String> reach;

    /** @param reach whether a unit is within the caller's rights */
    public StandingTree(Supplier<Forest> forest, ViewStore views, Predicate<String> reach) {
        this.forest = forest;
        this.views = views;
        this.reach = reach;
    }

    @Override
    public List<KnownUnit> units() {
        return forest.get().all().stream()
                .filter(row -> !row.withdrawn() && reach.test(row.id()))
                .map(StandingTree::known)
                .toList();
    }

    private static KnownUnit known(UnitRow row) {
        return new KnownUnit(
                row.id(),
                row.namings().getLast().code(),
                row.namings().stream().map(UnitRow.Naming::name).toList(),
                row.kind(),
                row.places().isEmpty() ? null : row.places().getLast().parent(),
                row.from(),
                row.until(),
                row.successor());
    }

    @Override
    public Map<String, KnownPerson> people(Set<String> indexes) {
        Map<String, String> indexById = new HashMap<>();
        for (Document row : found(PeopleView.NAME, "citizen", List.copyOf(indexes))) {
            String index = row.getString("citizen");
            boolean visible =
                    row.getList("places", String.class, List.of()).stream().anyMatch(reach);
            if (visible && row.getString("into") == null && !row.getBoolean("erased", false)) {
                indexById.put(row.getString("_id"), index);
            }
        }
        Map<String, List<KnownPost>> posts = new HashMap<>();
        for (Document row : found(PostsView.NAME, "person", List.copyOf(indexById.keySet()))) {
            if (!row.getBoolean("withdrawn", false)) {
                posts.computeIfAbsent(row.getString("person"), id -> new ArrayList<>())
                        .add(new KnownPost(
                                row.getString("unit"),
                                row.getString("title"),
                                LocalDate.parse(row.getString("from")),
                                day(row.getString("until"))));
            }
        }
        Map<String, KnownPerson> known = new HashMap<>();
        indexById.forEach((id, index) -> known.put(index, new KnownPerson(id, posts.getOrDefault(id, List.of()))));
        return known;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private List<Document> found(String view, String field, List<String> values) {
        MongoCollection<Document> rows = views.collection(view);
        List<Document> found = new ArrayList<>();
        for (int i = 0; i < values.size(); i += ASKED_AT_ONCE) {
            rows.find(Filters.in(field, values.subList(i, Math.min(values.size(), i + ASKED_AT_ONCE))))
                    .into(found);
        }
        return found;
    }
}
