package vn.thidua.access.consume;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.view.People;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.SealedText;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Rows;

/** One row per person: units and the sealed name, nothing in the clear. */
public final class PeopleDirectoryView implements ForeignView {

    @Override
    public String name() {
        return People.NAME;
    }

    @Override
    public int version() {
        // 1 did not know which posts had been left
        return 2;
    }

    @Override
    public List<String> contexts() {
        return List.of("organization");
    }

    @Override
    public void project(ContractRecord event, Rows rows) {
        if (event.event() instanceof OrganizationContract known) {
            apply(known, rows);
        }
    }

    private static void apply(OrganizationContract event, Rows rows) {
        switch (event) {
            case OrganizationContract.PersonRegisteredV1 e ->
                rows.change(
                        e.person(), row -> listed(row, "registered", e.unit()).append("name", sealed(e.name())));
            case OrganizationContract.PostHeldV1 e ->
                rows.change(e.person(), row -> post(row, e.post(), e.unit(), e.until()));
            case OrganizationContract.PostLeftV1 e ->
                rows.change(
                        e.person(),
                        row -> e.lastDay().isBefore(e.from())
                                // recorded in error
                                ? without(row, e.post())
                                : post(row, e.post(), e.unit(), e.lastDay()));
            case OrganizationContract.PersonsMergedV1 e -> {
                Document merged = rows.get(e.merged()).orElseGet(Document::new);
                rows.change(e.person(), row -> {
                    for (String list : List.of("registered", "places")) {
                        merged.getList(list, String.class, List.of()).forEach(unit -> listed(row, list, unit));
                    }
                    List<Document> posts = posts(row);
                    posts.addAll(posts(merged));
                    return row.append("posts", posts);
                });
                // whoever names the joined record means the one that stays
                rows.change(e.merged(), row -> row.append("into", e.person()));
            }
            case OrganizationContract.PersonErasedV1 e ->
                e.erased()
                        .forEach(person -> rows.change(person, row -> {
                            row.remove("name");
                            return row.append("registered", List.of())
                                    .append("posts", List.of())
                                    .append("places", List.of())
                                    .append("erased", true);
                        }));
            case OrganizationContract.UnitEstablishedV1 _,
                    OrganizationContract.UnitRenamedV1 _,
                    OrganizationContract.UnitMovedV1 _,
                    OrganizationContract.UnitsMergedV1 _,
                    OrganizationContract.UnitSplitV1 _,
                    OrganizationContract.UnitDissolvedV1 _,
                    OrganizationContract.GroupDefinedV1 _,
                    OrganizationContract.GroupChangedV1 _,
                    OrganizationContract.GroupClosedV1 _ -> {
                // not about where a person belongs
            }
        }
    }

    /** With what is to be found by: every unit that it ever had to do with. */
    private static Document listed(Document row, String list, String unit) {
        for (String each : new TreeSet<>(List.of(list, "places"))) {
            List<String> units = new ArrayList<>(row.getList(each, String.class, List.of()));
            if (!units.contains(unit)) {
                units.add(unit);
            }
            row.append(each, units);
        }
        return row;
    }

    private static Document post(Document row, String post, String unit, @Nullable LocalDate until) {
        Document held = new Document("id", post).append("unit", unit);
        if (until != null) {
            held.append("until", until.toString());
        }
        List<Document> posts = posts(without(row, post));
        posts.add(held);
        return listed(row, "places", unit).append("posts", posts);
    }

    private static Document without(Document row, String post) {
        List<Document> posts = posts(row);
        posts.removeIf(one -> post.equals(one.getString("id")));
        return row.append("posts", posts);
    }

    private static List<Document> posts(Document row) {
        return new ArrayList<>(row.getList("posts", Document.class, List.of()));
    }

    private static Document sealed(SealedText text) {
        return new Document("subject", text.subject())
                .append("keyId", text.keyId())
                .append("iv", text.iv())
                .append("ct", text.ct());
    }
}
