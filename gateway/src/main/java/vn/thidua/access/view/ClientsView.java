package vn.thidua.access.view;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import vn.thidua.access.domain.client.ClientEvent;
import vn.thidua.access.domain.client.ClientScope;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** One row per API client. */
public final class ClientsView implements View {

    public static final String NAME = "clients";

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
        return List.of(new IndexModel(Indexes.ascending("unit", "sort", "_id")));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof ClientEvent client) {
            rows.change(client.client(), row -> project(client, row, event.at().toString())
                    .append("version", event.sequence()));
        }
    }

    private static Document project(ClientEvent event, Document row, String at) {
        return switch (event) {
            case ClientEvent.ClientRegistered e -> {
                row.append("name", e.name())
                        .append("fold", Text.fold(e.name()))
                        .append("sort", Text.sort(e.name()))
                        .append(
                                "scopes",
                                e.scopes().stream().map(ClientScope::words).toList())
                        .append("registered", at);
                if (e.unit() != null) {
                    row.append("unit", e.unit());
                }
                if (e.expires() != null) {
                    row.append("expires", e.expires().toString());
                }
                yield row;
            }
            case ClientEvent.SecretIssued e -> {
                List<Document> secrets = new ArrayList<>(row.getList("secrets", Document.class, List.of()));
                secrets.add(
                        new Document("id", e.secret()).append("hash", e.hash()).append("issued", e.at().toString()));
                yield row.append("secrets", secrets);
            }
            case ClientEvent.SecretEnded e -> {
                for (Document secret : row.getList("secrets", Document.class, List.of())) {
                    if (e.secret().equals(secret.getString("id"))) {
                        secret.append("until", e.validUntil().toString());
                    }
                }
                yield row;
            }
            case ClientEvent.ClientRevoked _ -> row.append("revoked", true);
        };
    }
}
