package vn.thidua.platform.scope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import vn.thidua.platform.view.Rows;

/** Rows in memory; a row that has seen an event is left alone, as in the database. */
final class MemoryRows implements Rows {

    final Map<String, Document> rows = new LinkedHashMap<>();
    private long position;

    /** Events from now on are this one. */
    MemoryRows at(long eventPosition) {
        position = eventPosition;
        return this;
    }

    @Override
    public Optional<Document> get(String id) {
        return Optional.ofNullable(rows.get(id)).map(Document::new);
    }

    @Override
    public List<Document> where(String field, Object value) {
        return rows.values().stream()
                .filter(row -> value.equals(row.get(field)))
                .toList();
    }

    @Override
    public void change(String id, UnaryOperator<Document> change) {
        Document before = rows.getOrDefault(id, new Document("_id", id));
        if (before.get("seen") instanceof Long seen && seen > position) {
            return;
        }
        rows.put(id, change.apply(new Document(before)).append("seen", position));
    }

    @Override
    public void changeIfPresent(String id, UnaryOperator<Document> change) {
        if (rows.containsKey(id)) {
            change(id, change);
        }
    }

    @Override
    public void remove(String id) {
        rows.remove(id);
    }
}
