package vn.thidua.platform.backup;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.HashSet;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.backup.Manifest.Kind;
import vn.thidua.platform.backup.Manifest.Part;

/**
 * The files of one context, as they are sealed. A file never changes, so its pieces are written once into a folder; what is
 * known of it is written every time.
 */
final class FilesCopy {

    static final String FILES = "fs.files";
    static final String PIECES = "fs.chunks";

    private final BackupRun run;
    private final String context;
    private final MongoCollection<RawBsonDocument> pieces;

    FilesCopy(BackupRun run, String context) {
        this.run = run;
        this.context = context;
        this.pieces = run.stores().database(context).getCollection(PIECES, RawBsonDocument.class);
    }

    void copy() {
        MongoDatabase database = run.stores().database(context);
        Set<String> written = new HashSet<>();
        @Nullable Manifest base = run.base();
        if (base != null) {
            for (Part part : base.parts(Kind.ROWS, context)) {
                if (part.collection().equals(FILES)) {
                    PartReader.read(run.folder().parts(), part, file -> written.add(id(file)));
                }
            }
            run.parts().addAll(base.parts(Kind.PIECES, context));
        }
        try (var rows = run.new Writing(context, FILES, Kind.ROWS, 0);
                var fresh = run.new Writing(context, PIECES, Kind.PIECES, 0)) {
            for (RawBsonDocument file :
                    database.getCollection(FILES, RawBsonDocument.class).find()) {
                if (written.contains(id(file)) || copyPieces(file, fresh)) {
                    rows.add(file, 0);
                }
            }
            fresh.finish();
            rows.finish();
        }
    }

    /** @return whether all were there: a file may be taken away meanwhile */
    private boolean copyPieces(RawBsonDocument file, BackupRun.Writing to) {
        long count = count(file);
        for (int number = 0; number < count; number++) {
            // both fields: the embedded server finds by the whole of a unique key alone
            @Nullable
            RawBsonDocument piece = pieces.find(Filters.and(Filters.eq("files_id", id(file)), Filters.eq("n", number)))
                    .first();
            if (piece == null) {
                return false;
            }
            to.add(piece, 0);
        }
        return true;
    }

    private static long count(BsonDocument file) {
        long length = file.getNumber("length").longValue();
        long each = file.getNumber("chunkSize").longValue();
        return Math.max(1, (length + each - 1) / each);
    }

    static String id(BsonDocument file) {
        return file.getString("_id").getValue();
    }
}
