package vn.thidua.access.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.access.consume.PeopleDirectoryView;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.client.ClientEvent;
import vn.thidua.access.domain.client.ClientScope;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.SealedText;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.publish.Envelope;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.FedTwice;
import vn.thidua.platform.values.Sealed;
import vn.thidua.platform.view.View;

/** The rows that sign-in and the pages read, fed in every way they may be, on a real backend. */
class AccessViewsIT {

    private static final MongoDatabase DATABASE = Backends.freshDatabase(AccessViewsIT.class);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final OpenText KEYS = new OpenText();

    private final List<LoggedEvent> log = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private static int tables;

    /** Seals by saying so; what was destroyed opens no more. */
    private static final class OpenText implements KeyRing {

        private final Set<String> destroyed = new HashSet<>();

        @Override
        public Sealed seal(String subject, String text) {
            return new Sealed(subject, "k", "iv", text);
        }

        @Override
        public Optional<String> open(Sealed text) {
            return destroyed.contains(text.subject()) ? Optional.empty() : Optional.of(text.ct());
        }

        @Override
        public void destroy(String subject) {
            destroyed.add(subject);
        }

        @Override
        public String blindIndex(String purpose, String normalized) {
            return purpose + "/" + normalized;
        }
    }

    private void happened(String aggregate, Object event) {
        long sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
        log.add(new LoggedEvent("e" + log.size(), event, null, aggregate, sequence, log.size(), NOW, Map.of()));
    }

    private static Sealed sealed(String account, String text) {
        return KEYS.seal(SignInNames.sealedFor(account), text);
    }

    private void opened(String account, String name) {
        happened(
                account,
                new AccountEvent.AccountOpened(
                        account, "x", "p-" + account, sealed(account, name), SignInNames.index(KEYS, name), "root"));
        happened(account, new AccountEvent.PasswordSet(account, "x", sealed(account, "hash"), true, "root"));
    }

    private void bound(String account, String binding, AccountRole role, @Nullable String unit) {
        happened(
                account,
                new AccountEvent.RoleBound(
                        account, "x", "p-" + account, binding, role, unit, TODAY.minusDays(9), null, "root"));
    }

    private Accounts accounts() {
        Map<String, MongoCollection<Document>> collections = new HashMap<>();
        for (View view : List.of(new AccountsView(KEYS::open), new AccountKeysView(), new ClientsView())) {
            MongoCollection<Document> rows = DATABASE.getCollection(view.name() + "_" + log.size() + "_" + ++tables);
            List<Document> fed = FedTwice.rows(DATABASE, view, log);
            if (!fed.isEmpty()) {
                rows.insertMany(fed);
            }
            collections.put(view.name(), rows);
        }
        return new AccountRows(
                name -> Objects.requireNonNull(collections.get(name)), KEYS, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void anAccountIsFoundByItsNameHoweverItIsWritten() {
        opened("a", "Nguyễn.An");
        happened(
                "a",
                new AccountEvent.IdentityLinked(
                        "a", "x", sealed("a", "i s"), SignInNames.identityIndex(KEYS, "https://idp", "s-1"), "root"));
        Accounts accounts = accounts();

        assertThat(accounts.named("nguyen.an"))
                .contains(new Accounts.Account("a", "Nguyễn.An", "p-a", "hash", true, false, 1));
        assertThat(accounts.named("ＮＧＵＹＥＮ.an")).isEqualTo(accounts.byId("a"));
        assertThat(accounts.ofSubject("https://idp", "s-1")).isEqualTo(accounts.byId("a"));
        assertThat(accounts.ofSubject("https://idp", "s-2")).isEmpty();
        assertThat(accounts.named("nguyen")).isEmpty();
    }

    @Test
    void aNameMayGoFromOneAccountToAnother() {
        opened("b", "moi");
        opened("a", "binh");
        happened(
                "a",
                new AccountEvent.AccountClosed(
                        "a", "x", "p-a", SignInNames.index(KEYS, "binh"), sealed("a", "nghỉ"), false, "root"));
        happened(
                "b",
                new AccountEvent.AccountChanged(
                        "b", "x", "p-b", sealed("b", "binh"), SignInNames.index(KEYS, "binh"), "root"));
        // an erasure of the closed one comes later
        happened(
                "a",
                new AccountEvent.AccountClosed("a", "x", "p-a", SignInNames.index(KEYS, "binh"), null, true, "system"));
        Accounts accounts = accounts();

        assertThat(accounts.named("binh").map(Accounts.Account::id)).contains("b");
        assertThat(accounts.named("moi")).isEmpty();
        assertThat(accounts.byId("a")).isEmpty();
    }

    @Test
    void rightsAreThoseOfTheDay() {
        opened("a", "an");
        bound("a", "r1", AccountRole.OFFICER, "x");
        bound("a", "r2", AccountRole.LEADER, "y");
        happened(
                "a",
                new AccountEvent.RoleEnded(
                        "a",
                        "x",
                        "p-a",
                        "r2",
                        AccountRole.LEADER,
                        "y",
                        TODAY.minusDays(9),
                        TODAY.minusDays(1),
                        "root"));
        opened("b", "root");
        bound("b", "r3", AccountRole.ADMIN, null);
        Accounts accounts = accounts();

        assertThat(accounts.rights("a", TODAY).posts()).containsExactly(new Caller.Binding(Role.OFFICER, "x", null));
        assertThat(accounts.rights("a", TODAY.minusDays(1)).posts()).hasSize(2);
        assertThat(accounts.rights("a", TODAY.minusDays(10)).posts()).isEmpty();
        assertThat(accounts.rights("b", TODAY))
                .isEqualTo(new Accounts.Rights(List.of(), Set.of("operations"), List.of()));
        assertThat(accounts.rights("nobody", TODAY)).isEqualTo(Accounts.Rights.NONE);
    }

    @Test
    void whoIsLockedHasNoRightsAndLendsNone() {
        opened("a", "an");
        bound("a", "r1", AccountRole.OFFICER, "x");
        opened("b", "binh");
        happened(
                "a",
                new AccountEvent.DelegationGiven(
                        "a", "x", "p-a", "d1", "b", "p-b", List.of("r1"), TODAY, TODAY.plusDays(5), "a"));
        assertThat(accounts().rights("b", TODAY).delegations())
                .containsExactly(new Accounts.Delegated(
                        "d1",
                        "p-a",
                        List.of(new Caller.Binding(Role.OFFICER, "x", TODAY.plusDays(5))),
                        TODAY.plusDays(5)));
        assertThat(accounts().rights("b", TODAY.plusDays(6)).delegations()).isEmpty();

        happened("a", new AccountEvent.AccountLocked("a", "x", sealed("a", "nghỉ"), "root"));

        assertThat(accounts().rights("a", TODAY)).isEqualTo(Accounts.Rights.NONE);
        assertThat(accounts().rights("b", TODAY).delegations()).isEmpty();
        assertThat(accounts().byId("a").map(Accounts.Account::locked)).contains(true);
    }

    @Test
    void whatTheGiverHasLostIsNotLentAnyMore() {
        opened("a", "an");
        bound("a", "r1", AccountRole.OFFICER, "x");
        opened("b", "binh");
        happened(
                "a",
                new AccountEvent.DelegationGiven(
                        "a", "x", "p-a", "d1", "b", "p-b", List.of("r1"), TODAY, TODAY.plusDays(5), "a"));
        happened(
                "a",
                new AccountEvent.RoleEnded(
                        "a",
                        "x",
                        "p-a",
                        "r1",
                        AccountRole.OFFICER,
                        "x",
                        TODAY.minusDays(9),
                        TODAY.minusDays(1),
                        "root"));

        assertThat(accounts().rights("b", TODAY).delegations()).isEmpty();
    }

    @Test
    void anErasedNameIsInNoRow() {
        opened("a", "an");
        happened(
                "a",
                new AccountEvent.AccountClosed("a", "x", "p-a", SignInNames.index(KEYS, "an"), null, true, "system"));

        Document row =
                FedTwice.rows(DATABASE, new AccountsView(KEYS::open), log).getFirst();

        assertThat(row).doesNotContainKeys("name", "fold", "hash", "identities").containsEntry("erased", true);
    }

    @Test
    void aClientsSecretsAreThoseValidNow() {
        happened(
                "c",
                new ClientEvent.ClientRegistered(
                        "c", "x", "Văn bản", List.of(ClientScope.PLAN_READ), NOW.plusSeconds(60), "root"));
        String valid = ClientSecrets.hash("valid");
        happened("c", new ClientEvent.SecretIssued("c", "x", "s1", ClientSecrets.hash("old"), NOW, "root"));
        happened("c", new ClientEvent.SecretIssued("c", "x", "s2", valid, NOW, "root"));
        happened("c", new ClientEvent.SecretEnded("c", "x", "s1", NOW, "root"));
        happened("c", new ClientEvent.SecretEnded("c", "x", "s2", NOW.plusSeconds(1), "root"));

        Accounts.Client client = accounts().client("c").orElseThrow();

        assertThat(client.secretHashes()).containsExactly(valid);
        assertThat(ClientSecrets.matches("valid", client.secretHashes())).isTrue();
        assertThat(ClientSecrets.matches("old", client.secretHashes())).isFalse();
        assertThat(client.standsAt(NOW)).isTrue();
        assertThat(client.standsAt(NOW.plusSeconds(60))).isFalse();
        happened("c", new ClientEvent.ClientRevoked("c", "x", "root"));
        assertThat(accounts().client("c").map(each -> each.standsAt(NOW))).contains(false);
    }

    @Test
    void peopleAreKnownByTheirUnitsAndASealedName() {
        SealedText name = new SealedText("person:p1", "k", "iv", "Lò Văn An");
        List<ContractRecord> told = new ArrayList<>();
        for (OrganizationContract event : List.of(
                new OrganizationContract.PersonRegisteredV1("p1", "x", name, null, null),
                new OrganizationContract.PersonRegisteredV1(
                        "p2", "y", new SealedText("person:p2", "k", "iv", "Lò Văn Bình"), null, null),
                held("post-1", "p1", "past", null),
                left("post-1", "p1", "past", LocalDate.of(2026, 3, 1)),
                held("post-2", "p2", "later", LocalDate.of(2026, 3, 2)),
                held("post-3", "p1", "mistaken", null),
                left("post-3", "p1", "mistaken", LocalDate.of(2019, 12, 31)),
                new OrganizationContract.PersonsMergedV1("p1", "x", "p2"),
                new OrganizationContract.PersonErasedV1("p2", "y", List.of("p2")))) {
            told.add(new ContractRecord(
                    new Envelope(
                            "e" + told.size() + "/0",
                            "/i/organization",
                            "t",
                            NOW,
                            event.subject(),
                            0,
                            told.size(),
                            0,
                            event.unit(),
                            "system",
                            null,
                            null),
                    event,
                    "organization.events.v1",
                    0,
                    told.size()));
        }
        MongoCollection<Document> rows = DATABASE.getCollection("people_" + ++tables);
        rows.insertMany(FedTwice.rows(DATABASE, new PeopleDirectoryView(), told));
        People people = new People(() -> rows, KEYS);

        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(people.placesOf("p1", day)).containsExactlyInAnyOrder("x", "y", "later");
        assertThat(people.placesOf("p1", day.minusDays(1))).contains("past");
        assertThat(people.placesOf("p1", day.plusDays(1))).containsExactlyInAnyOrder("x", "y");
        assertThat(people.placesOf("p2", day)).isEmpty();
        assertThat(people.called("lò văn an", "later", day)).containsExactly("p1");
        assertThat(people.called("lò văn an", "past", day)).isEmpty();
        assertThat(people.nameOf("p1")).contains("Lò Văn An");
        Collection<@Nullable String> asked = List.of("p1", "p2", "p3");
        assertThat(people.names(asked)).containsOnlyKeys("p1");
    }

    private static OrganizationContract held(String post, String person, String unit, @Nullable LocalDate until) {
        return new OrganizationContract.PostHeldV1(
                post,
                person,
                unit,
                "Công chức",
                OrganizationContract.PostKind.values()[0],
                LocalDate.of(2020, 1, 1),
                until);
    }

    private static OrganizationContract left(String post, String person, String unit, LocalDate lastDay) {
        return new OrganizationContract.PostLeftV1(
                post,
                person,
                unit,
                "Công chức",
                OrganizationContract.PostKind.values()[0],
                LocalDate.of(2020, 1, 1),
                lastDay);
    }
}
