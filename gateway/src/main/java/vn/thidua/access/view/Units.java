package vn.thidua.access.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What units are called, as was told last; when they stand, the tree says. */
public final class Units {

    /** Name of the view that is fed from the topic. */
    public static final String NAME = "unit-names";

    private final Supplier<MongoCollection<Document>> rows;

    public Units(Supplier<MongoCollection<Document>> rows) {
        this.rows = rows;
    }

    /** Names by id; an unknown unit is missing. */
    public Map<String, String> names(Collection<@Nullable String> units) {
        Set<String> wanted = new HashSet<>();
        for (String unit : units) {
            if (unit != null) {
                wanted.add(unit);
            }
        }
        Map<String, String> names = new HashMap<>();
        if (!wanted.isEmpty()) {
            for (Document row : rows.get().find(Filters.in("_id", wanted))) {
                names.put(row.getString("_id"), row.getString("name"));
            }
        }
        return names;
    }

    /** All that have this id, code or name, whenever they stood. */
    public List<String> called(String words) {
        List<String> found = new ArrayList<>();
        for (Document row : rows.get()
                .find(Filters.or(Filters.eq("_id", words), Filters.eq("code", words), Filters.eq("name", words)))) {
            found.add(row.getString("_id"));
        }
        return found;
    }
}
