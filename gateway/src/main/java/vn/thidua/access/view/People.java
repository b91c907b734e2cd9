package vn.thidua.access.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.values.Sealed;

/**
 * What the context of units and people has told of people: where they belong, and under which sealed name. An account
 * lends its person's identity to whoever signs in, so it matters who may name a person.
 */
public final class People {

    /** Name of the view that is fed from the topic. */
    public static final String NAME = "people-directory";

    private final Supplier<MongoCollection<Document>> rows;
    private final KeyRing keys;

    public People(Supplier<MongoCollection<Document>> rows, KeyRing keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /**
     * Where the person belongs on that day or will later: the units of posts that are not over, and the one that
     * registered the person unless a post there is over. Who has left is not theirs to name any more. Empty for a person
     * that nothing is known of, that was erased, or whose record was joined to another.
     */
    public Set<String> placesOf(String person, LocalDate day) {
        return Optional.ofNullable(rows.get().find(Filters.eq("_id", person)).first())
                .map(row -> places(row, day))
                .orElse(Set.of());
    }

    private static Set<String> places(Document row, LocalDate day) {
        if (row.getBoolean("erased", false) || row.containsKey("into")) {
            return Set.of();
        }
        Set<String> places = new HashSet<>(row.getList("registered", String.class, List.of()));
        List<Document> posts = row.getList("posts", Document.class, List.of());
        posts.stream().filter(post -> isOver(post, day)).forEach(post -> places.remove(post.getString("unit")));
        posts.stream().filter(post -> !isOver(post, day)).forEach(post -> places.add(post.getString("unit")));
        return places;
    }

    /** Days of rows are ISO dates: they compare as texts. */
    private static boolean isOver(Document post, LocalDate day) {
        String until = post.getString("until");
        return until != null && until.compareTo(day.toString()) < 0;
    }

    /** Ids of the people who belong to a unit on that day and have this name, however it is written. */
    public List<String> called(String name, String unit, LocalDate day) {
        Map<String, Sealed> sealed = new HashMap<>();
        for (Document row : rows.get().find(Filters.eq("places", unit))) {
            Document text = row.get("name", Document.class);
            if (text != null && places(row, day).contains(unit)) {
                sealed.put(row.getString("_id"), AccountsView.sealed(text));
            }
        }
        Map<Sealed, String> texts = keys.openAll(sealed.values());
        String wanted = Text.same(name);
        return sealed.entrySet().stream()
                .filter(each -> wanted.equals(Text.same(texts.getOrDefault(each.getValue(), ""))))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The name; empty if the person is unknown or was erased. */
    public Optional<String> nameOf(String person) {
        return Optional.ofNullable(names(List.of(person)).get(person));
    }

    /** Names of many; who is unknown or was erased is missing. */
    public Map<String, String> names(Collection<@Nullable String> persons) {
        Set<String> wanted = new HashSet<>();
        for (String person : persons) {
            if (person != null) {
                wanted.add(person);
            }
        }
        Map<String, Sealed> sealed = new HashMap<>();
        if (!wanted.isEmpty()) {
            for (Document row : rows.get().find(Filters.in("_id", wanted))) {
                Document name = row.get("name", Document.class);
                if (name != null) {
                    sealed.put(row.getString("_id"), AccountsView.sealed(name));
                }
            }
        }
        Map<Sealed, String> texts = keys.openAll(sealed.values());
        Map<String, String> names = new HashMap<>();
        sealed.forEach((person, text) -> {
            String name = texts.get(text);
            if (name != null) {
                names.put(person, name);
            }
        });
        return names;
    }
}
