package vn.thidua.plan.view.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A post that somebody held, without the name of who held it. The rows: one per unit, {@code {_id: unit, posts: [{id,
 * title, kind, person, from, until}]}}, and one per person that is no more, {@code {_id: "person:<id>", into}} or {@code
 * {_id: "person:<id>", erased: true}}.
 *
 * @param kind as in the contract: {@code OFFICIAL}, {@code NON_SPECIALISED}, {@code VILLAGE_HEAD}
 * @param person id
 * @param until last day; null without end
 */
public record PostRecord(
        String id,
        String title,
        String kind,
        String person,
        LocalDate from,
        @Nullable LocalDate until) {

    static final String PERSON = "person:";

    private static final String POSTS = "posts";

    boolean isHeld(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Puts the post into its unit's row, in the place of what was known of it; one that never was is taken out. */
    public Document putInto(Document row) {
        List<Document> posts = new ArrayList<>(row.getList(POSTS, Document.class, List.of()));
        posts.removeIf(post -> id.equals(post.getString("id")));
        if (until == null || !until.isBefore(from)) {
            posts.add(written());
        }
        row.put(POSTS, posts);
        return row;
    }

    private Document written() {
        var post = new Document("id", id)
                .append("title", title)
                .append("kind", kind)
                .append("person", person)
                .append("from", from.toString());
        return until == null ? post : post.append("until", until.toString());
    }

    /** The posts of a unit's row. */
    static List<PostRecord> read(Document row) {
        return row.getList(POSTS, Document.class, List.of()).stream()
                .map(post -> new PostRecord(
                        post.getString("id"),
                        post.getString("title"),
                        post.getString("kind"),
                        post.getString("person"),
                        LocalDate.parse(post.getString("from")),
                        post.getString("until") == null ? null : LocalDate.parse(post.getString("until"))))
                .toList();
    }

    /** Id of the row that says what became of a person. */
    public static String rowOf(String person) {
        return PERSON + person;
    }

    /** Whatever names the person means another one. */
    public static Document merged(Document row, String into) {
        row.put("into", into);
        return row;
    }

    /** Nobody can be found behind the id any more. */
    public static Document erased(Document row) {
        row.put("erased", true);
        return row;
    }
}
