package vn.thidua.access.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;

/** {@link Accounts} from the rows of the views. */
public final class AccountRows implements Accounts {

    /** What an administrator of the whole installation has, as the endpoints name it. */
    private static final Set<String> EVERYWHERE = Set.of("operations");

    private final Function<String, MongoCollection<Document>> views;
    private final KeyRing keys;
    private final Clock clock;

    /** @param views the rows that answer now, by the view's name */
    public AccountRows(Function<String, MongoCollection<Document>> views, KeyRing keys, Clock clock) {
        this.views = views;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Account> named(String name) {
        return owner(AccountKeysView.ofName(SignInNames.index(keys, name)));
    }

    @Override
    public Optional<Account> ofSubject(String issuer, String subject) {
        return owner(AccountKeysView.ofIdentity(SignInNames.identityIndex(keys, issuer, subject)));
    }

    private Optional<Account> owner(String key) {
        return Optional.ofNullable(views.apply(AccountKeysView.NAME)
                        .find(Filters.eq("_id", key))
                        .first())
                .map(row -> row.getString(AccountKeysView.ACCOUNT))
                .flatMap(this::byId);
    }

    @Override
    public Optional<Account> byId(String id) {
        return row(id).filter(row -> !isClosed(row)).map(this::account);
    }

    private Optional<Document> row(String id) {
        return Optional.ofNullable(
                views.apply(AccountsView.NAME).find(Filters.eq("_id", id)).first());
    }

    private Account account(Document row) {
        Document hash = row.get("hash", Document.class);
        String name = row.getString("name");
        return new Account(
                row.getString("_id"),
                name == null ? "" : name,
                row.getString("person"),
                hash == null ? null : keys.open(AccountsView.sealed(hash)).orElse(null),
                row.getBoolean("mustChange", false),
                isLocked(row) || name == null,
                row.get("passwordChanges", Number.class).longValue());
    }

    @Override
    public Rights rights(String accountId, LocalDate day) {
        Document row = row(accountId).filter(AccountRows::isReady).orElse(null);
        if (row == null) {
            return Rights.NONE;
        }
        List<Document> held = heldOn(row, day);
        boolean everywhere = held.stream().anyMatch(AccountRows::isEverywhere);
        return new Rights(
                held.stream()
                        .filter(one -> !isEverywhere(one))
                        .map(AccountRows::binding)
                        .toList(),
                everywhere ? EVERYWHERE : Set.of(),
                delegated(row, day));
    }

    private List<Delegated> delegated(Document row, LocalDate day) {
        List<String> givers = row.getList("givers", String.class, List.of());
        if (givers.isEmpty()) {
            return List.of();
        }
        String to = row.getString("_id");
        List<Delegated> all = new ArrayList<>();
        for (Document giver : views.apply(AccountsView.NAME).find(Filters.in("_id", givers))) {
            String person = giver.getString("person");
            // after two records were joined, what one of them lent the other is lent to nobody
            if (!isReady(giver) || person == null || person.equals(row.getString("person"))) {
                continue;
            }
            List<Document> held = heldOn(giver, day);
            for (Document lent : giver.getList("given", Document.class, List.of())) {
                if (to.equals(lent.getString("to")) && holds(lent, day)) {
                    lent(lent, held, person).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    /** What the giver has lost since is not lent any more. */
    private static Optional<Delegated> lent(Document lent, List<Document> held, String person) {
        Set<String> ids = new HashSet<>(lent.getList("bindings", String.class, List.of()));
        LocalDate until = LocalDate.parse(lent.getString("until"));
        List<Caller.Binding> posts = held.stream()
                .filter(one -> ids.contains(one.getString("id")))
                .map(AccountRows::binding)
                .map(binding -> new Caller.Binding(binding.role(), binding.unit(), earlier(binding.until(), until)))
                .toList();
        return posts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Delegated(lent.getString("id"), person, posts, until));
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isAfter(other) ? other : one;
    }

    @Override
    public Optional<Client> client(String id) {
        return Optional.ofNullable(views.apply(ClientsView.NAME)
                        .find(Filters.eq("_id", id))
                        .first())
                .map(this::client);
    }

    private Client client(Document row) {
        Instant now = clock.instant();
        List<String> hashes = new ArrayList<>();
        for (Document secret : row.getList("secrets", Document.class, List.of())) {
            String until = secret.getString("until");
            if (until == null || Instant.parse(until).isAfter(now)) {
                hashes.add(secret.getString("hash"));
            }
        }
        String unit = row.getString("unit");
        String expires = row.getString("expires");
        return new Client(
                row.getString("_id"),
                hashes,
                Set.copyOf(row.getList("scopes", String.class, List.of())),
                unit == null ? "" : unit,
                expires == null ? null : Instant.parse(expires),
                row.getBoolean("revoked", false));
    }

    static boolean isClosed(Document row) {
        return "CLOSED".equals(row.getString("state"));
    }

    private static boolean isLocked(Document row) {
        return "LOCKED".equals(row.getString("state"));
    }

    private static boolean isReady(Document row) {
        return "OPEN".equals(row.getString("state"));
    }

    private static boolean isEverywhere(Document binding) {
        return binding.getString("unit") == null;
    }

    static List<Document> heldOn(Document row, LocalDate day) {
        return row.getList("bindings", Document.class, List.of()).stream()
                .filter(one -> holds(one, day))
                .toList();
    }

    /** Days of rows are ISO dates: they compare as texts. */
    static boolean holds(Document dated, LocalDate day) {
        String iso = day.toString();
        String until = dated.getString("until");
        return dated.getString("from").compareTo(iso) <= 0 && (until == null || until.compareTo(iso) >= 0);
    }

    private static Caller.Binding binding(Document one) {
        String until = one.getString("until");
        return new Caller.Binding(
                role(AccountRole.valueOf(one.getString("role"))),
                one.getString("unit"),
                until == null ? null : LocalDate.parse(until));
    }

    /** The same role, as rights are asked for. */
    public static Role role(AccountRole role) {
        return switch (role) {
            case OFFICER -> Role.OFFICER;
            case LEADER -> Role.LEADER;
            case STANDING_OFFICE -> Role.STANDING_OFFICE;
            case FINANCE -> Role.FINANCE;
            case ADMIN -> Role.ADMIN;
            case AUDITOR -> Role.AUDITOR;
            case VILLAGE_HEAD -> Role.VILLAGE_HEAD;
        };
    }
}
