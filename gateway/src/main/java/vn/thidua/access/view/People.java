package vn.thidua.access.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
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

    /** The units that the person was registered by or holds posts in; empty for a person that nothing is known of. */
    public Set<String> placesOf(String person) {
        return Optional.ofNullable(rows.get().find(Filters.eq("_id", person)).first())
                .filter(row -> !row.getBoolean("erased", false))
                .map(row -> Set.copyOf(row.getList("places", String.class, List.of())))
                .orElse(Set.of());
    }

    /** Ids of the people of a unit who have this name, however it is written. */
    public List<String> called(String name, String unit) {
        Map<String, Sealed> sealed = new HashMap<>();
        for (Document row : rows.get().find(Filters.eq("places", unit))) {
            Document text = row.get("name", Document.class);
            if (text != null && !row.containsKey("into")) {
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
