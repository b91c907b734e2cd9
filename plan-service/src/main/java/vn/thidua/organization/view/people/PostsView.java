package vn.thidua.organization.view.people;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/**
 * One row per post held. {@code unit} stays the unit in which it was begun; where it is after that unit's end, the tree
 * says.
 */
public final class PostsView implements View {

    public static final String NAME = "posts";

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
        return List.of(new IndexModel(Indexes.ascending("unit", "from")), new IndexModel(Indexes.ascending("person")));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof PersonEvent person) {
            project(person, rows);
        }
    }

    private static void project(PersonEvent event, Rows rows) {
        switch (event) {
            case PersonEvent.PostHeld e ->
                rows.change(e.post(), row -> {
                    row.append("person", e.person())
                            .append("unit", e.postUnit())
                            .append("title", e.title())
                            .append("fold", Text.fold(e.title()))
                            .append("sort", Text.sort(e.title()))
                            .append("kind", e.kind().name())
                            .append("from", e.from().toString());
                    if (e.until() != null) {
                        row.append("until", e.until().toString());
                    }
                    return row;
                });
            case PersonEvent.PostLeft e ->
                rows.changeIfPresent(
                        e.post(),
                        row -> e.lastDay().isBefore(e.from())
                                ? row.append("withdrawn", true)
                                : row.append("until", e.lastDay().toString()));
            // whatever names the joined record means the one that stays
            case PersonEvent.PersonsMerged e ->
                rows.where("person", e.merged())
                        .forEach(post -> rows.changeIfPresent(
                                post.getString("_id"), (Document row) -> row.append("person", e.person())));
            case PersonEvent.PersonRegistered _,
                    PersonEvent.PersonCorrected _,
                    PersonEvent.PersonJoined _,
                    PersonEvent.PersonErased _ -> {
                // not about posts
            }
        }
    }
}
