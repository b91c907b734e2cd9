package vn.thidua.access;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.thidua.access.api.Tops;
import vn.thidua.access.consume.PeopleDirectoryView;
import vn.thidua.access.consume.UnitNamesView;
import vn.thidua.access.consume.WhenPersonErasedForgetAccount;
import vn.thidua.access.consume.WhenPersonsMergedFollowPerson;
import vn.thidua.access.domain.account.Account;
import vn.thidua.access.domain.account.AccountActs;
import vn.thidua.access.domain.account.Administrators;
import vn.thidua.access.domain.account.Claim;
import vn.thidua.access.domain.client.ApiClient;
import vn.thidua.access.first.FirstAdministrator;
import vn.thidua.access.publish.AccessPublication;
import vn.thidua.access.react.WhenAccountErasedDestroyKey;
import vn.thidua.access.view.AccountKeysView;
import vn.thidua.access.view.AccountRows;
import vn.thidua.access.view.Accounts;
import vn.thidua.access.view.AccountsQueries;
import vn.thidua.access.view.AccountsView;
import vn.thidua.access.view.ClientsView;
import vn.thidua.access.view.People;
import vn.thidua.access.view.SignInNames;
import vn.thidua.access.view.Units;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.scope.LiveUnitTree;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.values.Sealed;
import vn.thidua.platform.view.Filled;
import vn.thidua.platform.view.ViewCatalog;

/** The context in one place: what it is made of, and how its parts find each other. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ComponentScan("vn.thidua.access.api")
public class AccessContext {

    /** Name of the context. */
    public static final String NAME = "access";

    /** How long a request waits for what may have been made a moment ago. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    /** @param keys asked for when the first sealed text is met: the ring stands on the contexts themselves */
    @Bean
    ContextSpec accessSpec(ObjectProvider<KeyRing> keys) {
        return spec(text -> keys.getObject().open(text), account -> keys.getObject()
                .destroy(SignInNames.sealedFor(account)));
    }

    /**
     * The declaration.
     *
     * @param opening gives a sealed text, or nothing if it was erased
     * @param destroying destroys the key of an account, by its id
     */
    public static ContextSpec spec(Function<Sealed, Optional<String>> opening, Consumer<String> destroying) {
        return ContextSpec.named(NAME, AccessEvents.names())
                .aggregates(Account.class, Claim.class, Administrators.class, ApiClient.class)
                .handler(axon -> new AccountActs(
                        axon.repository(Account.class),
                        axon.repository(Claim.class),
                        axon.repository(Administrators.class)))
                .views(new AccountsView(opening), new AccountKeysView(), new ClientsView())
                .foreignViews(new PeopleDirectoryView(), new UnitNamesView())
                .publication(new AccessPublication())
                .policy(_ -> new WhenAccountErasedDestroyKey(destroying))
                .listener(_ -> new WhenPersonsMergedFollowPerson())
                .listener(_ -> new WhenPersonErasedForgetAccount())
                .build();
    }

    @Bean
    Commands accessCommands(Contexts contexts) {
        return contexts.get(NAME).commands();
    }

    @Bean
    Accounts accounts(Contexts contexts, KeyRing keys, Clock clock) {
        ContextRuntime runtime = contexts.get(NAME);
        return new AccountRows(view -> runtime.views().store().collection(view), keys, clock);
    }

    @Bean
    AccountsQueries accountsQueries(Contexts contexts) {
        ContextRuntime runtime = contexts.get(NAME);
        return new AccountsQueries(
                view -> runtime.views().store().collection(view),
                () -> List.of(AccountsView.NAME, ClientsView.NAME).stream().allMatch(view -> awaitEnd(runtime, view)));
    }

    private static boolean awaitEnd(ContextRuntime runtime, String view) {
        long end = runtime.log().nextPosition() - 1;
        String processor = runtime.views().store().active(view).processor();
        try {
            return runtime.processors().await(processor, end, A_MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Bean
    People people(Contexts contexts, KeyRing keys) {
        return new People(told(contexts, People.NAME), keys);
    }

    @Bean
    Units unitNames(Contexts contexts) {
        return new Units(told(contexts, Units.NAME));
    }

    /** The rows of a view that is fed from a topic. */
    private static Supplier<MongoCollection<Document>> told(Contexts contexts, String view) {
        MongoDatabase database = contexts.get(NAME).database();
        ViewCatalog catalog = new ViewCatalog(database);
        return () -> database.getCollection(catalog.active(view)
                .map(Filled::collection)
                // nothing has been read from the topic yet: there is no such collection
                .orElse(view + "_none"));
    }

    /** A unit that is not known, or has ended, is above nobody. */
    @Bean
    Tops tops(LiveUnitTree tree) {
        return (unit, day) -> isTop(tree, unit, day);
    }

    private static boolean isTop(LiveUnitTree tree, String unit, LocalDate day) {
        return tree.isUnder(unit, unit, day)
                && tree.current()
                        .history(unit)
                        .map(history -> history.parents().floorEntry(day))
                        .filter(parent -> parent.getValue() == null)
                        .isPresent();
    }

    @Bean
    FirstAdministrator firstAdministrator(Contexts contexts, KeyRing keys, PasswordEncoder passwords, Clock clock) {
        ContextRuntime runtime = contexts.get(NAME);
        return new FirstAdministrator(
                runtime.commands(),
                keys,
                passwords::encode,
                // other streams may be older: an erasure bars a person before anybody has an account
                () -> runtime.axon()
                        .eventStore()
                        .readEvents(Administrators.ID)
                        .asStream()
                        .count(),
                clock);
    }
}
