package vn.thidua.organization.view.imports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;

/** Reads imports. */
public final class ImportsQueries {

    private final Supplier<MongoCollection<Document>> rows;

    public ImportsQueries(Supplier<MongoCollection<Document>> rows) {
        this.rows = rows;
    }

    /** Those whose rows are being written or taken back: what came with them is not shown. */
    public Set<String> unfinished() {
        Set<String> ids = new HashSet<>();
        for (Document row : rows.get()
                .find(Filters.in(
                        ImportsView.STATE, ImportsView.RUNNING, "STOPPED", ImportsView.UNDOING, "UNDO_STOPPED"))
                .projection(Projections.include("_id"))) {
            ids.add(row.getString("_id"));
        }
        return ids;
    }
}
