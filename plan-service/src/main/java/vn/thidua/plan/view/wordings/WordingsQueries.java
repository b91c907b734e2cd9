package vn.thidua.plan.view.wordings;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.view.RowJson;

/** Reads what was remembered, for all words of a document at once. */
public final class WordingsQueries implements Wordings {

    private final Supplier<MongoCollection<Document>> rows;

    public WordingsQueries(Supplier<MongoCollection<Document>> rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, List<Target>> remembered(String unit, Collection<String> words) {
        Map<String, List<String>> wordsByRow = new HashMap<>();
        words.forEach(each -> wordsByRow
                .computeIfAbsent(WordingsView.rowOf(unit, each), _ -> new ArrayList<>())
                .add(each));
        Map<String, List<Target>> remembered = new HashMap<>();
        for (Document row : rows.get().find(Filters.in("_id", wordsByRow.keySet()))) {
            List<Target> targets = RowJson.read(row.getString(WordingsView.TARGETS), WordingsView.Chosen.class)
                    .targets();
            wordsByRow.getOrDefault(row.getString("_id"), List.of()).forEach(each -> remembered.put(each, targets));
        }
        return remembered;
    }
}
