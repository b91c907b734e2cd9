package vn.thidua.organization.view.groups;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import vn.thidua.organization.domain.group.GroupEvent;
import vn.thidua.organization.domain.group.GroupMembers;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** One row per group, with every definition it ever had. */
public final class GroupsView implements View {

    public static final String NAME = "groups";

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
        return List.of(new IndexModel(Indexes.ascending("unit")));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof GroupEvent group) {
            rows.change(group.group(), row -> changed(row, group).append("version", event.sequence()));
        }
    }

    private static Document changed(Document row, GroupEvent event) {
        return switch (event) {
            case GroupEvent.GroupDefined e ->
                define(row.append("unit", e.unit()), e.name(), e.members(), e.effective())
                        .append("from", e.effective().toString());
            case GroupEvent.GroupChanged e -> define(row, e.name(), e.members(), e.effective());
            case GroupEvent.GroupClosed e ->
                row.append("until", e.effective().minusDays(1).toString());
        };
    }

    private static Document define(Document row, String name, GroupMembers members, LocalDate effective) {
        String day = effective.toString();
        Document definition = new Document("from", day)
                .append("name", name)
                .append("kind", members.kind().name())
                .append("ids", members.ids());
        if (members.unitKind() != null) {
            definition.append("unitKind", members.unitKind().name());
        }
        if (members.postKind() != null) {
            definition.append("postKind", members.postKind().name());
        }
        List<Document> all = new ArrayList<>(row.getList("definitions", Document.class, List.of()));
        all.removeIf(entry -> day.equals(entry.getString("from")));
        all.add(definition);
        all.sort(Comparator.comparing(entry -> entry.getString("from")));
        return row.append("definitions", all)
                .append("sort", Text.sort(all.getLast().getString("name")));
    }
}
