package vn.thidua.access.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.view.AccountRow.AccountState;

/** Reads accounts and clients for the pages. */
public final class AccountsQueries {

    private final Function<String, MongoCollection<Document>> views;
    private final BooleanSupplier catchUp;

    /**
     * @param views the rows that answer now, by the view's name
     * @param catchUp waits a moment until the accounts have come to the log's end; false if they have not
     */
    public AccountsQueries(Function<String, MongoCollection<Document>> views, BooleanSupplier catchUp) {
        this.views = views;
        this.catchUp = catchUp;
    }

    public MongoCollection<Document> accounts() {
        return views.apply(AccountsView.NAME);
    }

    public MongoCollection<Document> clients() {
        return views.apply(ClientsView.NAME);
    }

    /** An account; one that was opened a moment ago is waited for. */
    public Optional<AccountRow> account(String id) {
        Optional<AccountRow> found = find(id);
        return found.isEmpty() && catchUp.getAsBoolean() ? find(id) : found;
    }

    private Optional<AccountRow> find(String id) {
        return Optional.ofNullable(accounts().find(Filters.eq("_id", id)).first())
                .map(AccountRow::of);
    }

    /** Whether the person has an account that is not closed. */
    public boolean hasAccount(String person) {
        return accounts()
                        .find(Filters.and(Filters.eq("person", person), Filters.ne("state", "CLOSED")))
                        .first()
                != null;
    }

    /** A client; one that was registered a moment ago is waited for. */
    public Optional<Document> client(String id) {
        Optional<Document> found = findClient(id);
        return found.isEmpty() && catchUp.getAsBoolean() ? findClient(id) : found;
    }

    private Optional<Document> findClient(String id) {
        return Optional.ofNullable(clients().find(Filters.eq("_id", id)).first());
    }

    /** The account that gave a delegation. */
    public Optional<AccountRow> giverOf(String delegation) {
        return Optional.ofNullable(
                        accounts().find(Filters.eq("given.id", delegation)).first())
                .map(AccountRow::of);
    }

    /** Delegations to this account. */
    public List<AccountRow.DelegationRow> givenTo(AccountRow account) {
        List<AccountRow.DelegationRow> all = new ArrayList<>();
        for (Document giver : accounts().find(Filters.in("_id", account.givers()))) {
            AccountRow.of(giver).given().stream()
                    .filter(one -> one.to().equals(account.id()))
                    .forEach(all::add);
        }
        return all;
    }

    /** Sign-in names by id of the account; who was erased is missing. */
    public Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Document row : accounts().find(Filters.in("_id", ids))) {
                if (row.getString("name") != null) {
                    names.put(row.getString("_id"), row.getString("name"));
                }
            }
        }
        return names;
    }

    /**
     * Accounts that have to do with these units.
     *
     * @param units null: all
     * @param role held on the day
     * @param words of the name
     */
    public static Bson listed(
            @Nullable Collection<String> units,
            @Nullable AccountRole role,
            @Nullable AccountState state,
            @Nullable String words,
            LocalDate day) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(Filters.exists("version"));
        if (units != null) {
            wanted.add(Filters.in("places", units));
        }
        if (state != null) {
            wanted.add(Filters.eq("state", state.name()));
        }
        if (role != null) {
            String iso = day.toString();
            wanted.add(Filters.elemMatch(
                    "bindings",
                    Filters.and(
                            Filters.eq("role", role.name()),
                            Filters.lte("from", iso),
                            Filters.or(Filters.exists("until", false), Filters.gte("until", iso)))));
        }
        if (words != null && !words.isBlank()) {
            wanted.add(Filters.regex("fold", Pattern.quote(SignInNames.fold(words))));
        }
        return Filters.and(wanted);
    }

    /** Clients that read these units' records; null: all. */
    public static Bson clientsOf(@Nullable Collection<String> units) {
        return units == null ? Filters.exists("version") : Filters.in("unit", units);
    }
}
