package vn.thidua.standalone;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;

/**
 * To which installation a database belongs. Under another one's id commits would be written that no hash chain accepts,
 * and names sealed that nobody can read.
 */
final class Owner {

    private static final String KEY = "installation";

    private Owner() {}

    /**
     * Claims the database if it is new.
     *
     * @throws Refusal if it is another one's
     */
    static void check(String uri, String installation) {
        try (MongoClient client = RunningDatabase.client(uri)) {
            Optional<String> owner = owner(client);
            if (owner.isEmpty()) {
                collection(client)
                        .withWriteConcern(WriteConcern.MAJORITY)
                        .replaceOne(
                                Filters.eq("_id", KEY),
                                new Document("_id", KEY).append("id", installation),
                                new ReplaceOptions().upsert(true));
            } else if (!owner.get().equals(installation)) {
                throw new Refusal(
                        Refusal.UNUSABLE,
                        "Cơ sở dữ liệu này thuộc bản cài đặt khác (" + owner.get()
                                + "). Hãy dùng đúng thư mục data/secrets của bản cài đặt đó, hoặc một cơ sở dữ liệu"
                                + " trống.",
                        "this database belongs to another installation (" + owner.get()
                                + "): put the folder data/secrets of that one in place, or take an empty database");
            }
        }
    }

    static Optional<String> owner(MongoClient client) {
        return Optional.ofNullable(
                        collection(client).find(Filters.eq("_id", KEY)).first())
                .map(found -> found.getString("id"));
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("thidua_standalone").getCollection("owner");
    }
}
