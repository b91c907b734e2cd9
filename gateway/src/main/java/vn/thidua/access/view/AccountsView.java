package vn.thidua.access.view;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.values.Sealed;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/**
 * One row per account, with all that was ever given to it: roles and delegations keep their days. The name stands in the
 * clear for the pages, until it is erased.
 */
public final class AccountsView implements View {

    public static final String NAME = "accounts";

    private final Function<Sealed, Optional<String>> opening;

    /** @param opening gives the text, or nothing if it was erased */
    public AccountsView(Function<Sealed, Optional<String>> opening) {
        this.opening = opening;
    }

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
        return List.of(
                new IndexModel(Indexes.ascending("places", "sort", "_id")),
                new IndexModel(Indexes.ascending("person")));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof AccountEvent account) {
            project(account, event, rows);
        }
    }

    private void project(AccountEvent event, LoggedEvent logged, Rows rows) {
        UnaryOperator<Document> change =
                switch (event) {
                    case AccountEvent.AccountOpened e ->
                        row -> facts(
                                row.append("opened", logged.at().toString())
                                        .append("passwordChanges", 0L)
                                        .append("state", "OPEN"),
                                e.unit(),
                                e.person(),
                                e.name());
                    case AccountEvent.AccountChanged e -> row -> facts(row, e.unit(), e.person(), e.name());
                    case AccountEvent.PasswordSet e ->
                        row -> row.append("hash", sealed(e.hash()))
                                .append("mustChange", e.mustChange())
                                .append("passwordSet", logged.at().toString())
                                .append("passwordChanges", number(row, "passwordChanges") + 1);
                    case AccountEvent.RoleBound e -> row -> bound(row, e);
                    case AccountEvent.RoleEnded e ->
                        row -> ended(row, "bindings", e.binding(), e.lastDay().toString());
                    case AccountEvent.DelegationGiven e -> row -> given(row, e);
                    case AccountEvent.DelegationEnded e ->
                        row -> ended(row, "given", e.delegation(), e.lastDay().toString());
                    case AccountEvent.AccountLocked e ->
                        // as a new password does, it ends the sessions that are there
                        row -> row.append("state", "LOCKED")
                                .append("lock", sealed(e.reason()))
                                .append("passwordChanges", number(row, "passwordChanges") + 1);
                    case AccountEvent.AccountUnlocked _ ->
                        row -> {
                            row.remove("lock");
                            return row.append("state", "OPEN");
                        };
                    case AccountEvent.IdentityLinked e ->
                        row -> list(
                                row,
                                "identities",
                                new Document("index", e.index()).append("text", sealed(e.identity())));
                    case AccountEvent.IdentityUnlinked e -> row -> without(row, e.index());
                    case AccountEvent.AccountClosed e -> row -> closed(row, e.erased());
                };
        rows.change(event.account(), row -> change.apply(row).append("version", logged.sequence()));
        if (event instanceof AccountEvent.DelegationGiven given) {
            // whoever got it finds the giver's row by its id
            rows.changeIfPresent(given.to(), row -> from(row, given.account()));
        }
    }

    private Document facts(Document row, @Nullable String unit, @Nullable String person, Sealed name) {
        put(row, "unit", unit);
        put(row, "person", person);
        Optional<String> text = opening.apply(name);
        row.append("sort", text.map(Text::sort).orElse(""));
        text.ifPresent(clear -> row.append("name", clear).append("fold", SignInNames.fold(clear)));
        return places(row);
    }

    private static Document bound(Document row, AccountEvent.RoleBound e) {
        Document binding =
                new Document("id", e.binding()).append("role", e.role().name());
        put(binding, "unit", e.roleUnit());
        binding.append("from", e.from().toString());
        put(binding, "until", e.until() == null ? null : e.until().toString());
        return places(list(row, "bindings", binding.append("by", e.by())));
    }

    private static Document given(Document row, AccountEvent.DelegationGiven e) {
        return list(
                row,
                "given",
                new Document("id", e.delegation())
                        .append("to", e.to())
                        .append("toPerson", e.toPerson())
                        .append("bindings", e.bindings())
                        .append("from", e.from().toString())
                        .append("until", e.until().toString())
                        .append("by", e.by()));
    }

    /** All units that the account has to do with: the one that looks after it and those of its roles. */
    private static Document places(Document row) {
        List<String> places = new ArrayList<>();
        if (row.getString("unit") != null) {
            places.add(row.getString("unit"));
        }
        for (Document binding : row.getList("bindings", Document.class, List.of())) {
            if (binding.getString("unit") != null && !places.contains(binding.getString("unit"))) {
                places.add(binding.getString("unit"));
            }
        }
        return row.append("places", places);
    }

    private static Document ended(Document row, String list, String id, String lastDay) {
        for (Document one : row.getList(list, Document.class, List.of())) {
            if (id.equals(one.getString("id"))) {
                one.append("until", lastDay);
            }
        }
        return row;
    }

    private static Document from(Document row, String giver) {
        List<String> givers = new ArrayList<>(row.getList("givers", String.class, List.of()));
        if (!givers.contains(giver)) {
            givers.add(giver);
        }
        return row.append("givers", givers);
    }

    private static Document list(Document row, String field, Document one) {
        List<Document> all = new ArrayList<>(row.getList(field, Document.class, List.of()));
        all.add(one);
        return row.append(field, all);
    }

    private static Document without(Document row, String index) {
        List<Document> all = new ArrayList<>(row.getList("identities", Document.class, List.of()));
        all.removeIf(one -> index.equals(one.getString("index")));
        return row.append("identities", all);
    }

    private static Document closed(Document row, boolean erased) {
        row.remove("hash");
        row.remove("lock");
        row.remove("identities");
        if (erased) {
            row.remove("name");
            row.remove("fold");
            row.append("sort", "").append("erased", true);
        }
        return row.append("state", "CLOSED");
    }

    private static Document sealed(Sealed text) {
        return new Document("subject", text.subject())
                .append("keyId", text.keyId())
                .append("iv", text.iv())
                .append("ct", text.ct());
    }

    /** What {@link #sealed} wrote. */
    static Sealed sealed(Document row) {
        return new Sealed(row.getString("subject"), row.getString("keyId"), row.getString("iv"), row.getString("ct"));
    }

    private static long number(Document row, String field) {
        return row.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static void put(Document row, String field, @Nullable Object value) {
        if (value != null) {
            row.append(field, value);
        }
    }
}
