package vn.thidua.platform.ledger;

import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.eventstore.EventNames;
import vn.thidua.platform.testing.Backends;

/** The context as tests declare it. */
public final class Ledger {

    /** Its name. */
    public static final String CONTEXT = "ledger";

    private Ledger() {}

    /** Id of a name's stream: names that differ in case only are the same. */
    public static String nameId(String name) {
        return Ids.derived("account-name", name.toLowerCase(Locale.ROOT));
    }

    /** The stored names. */
    public static EventNames names() {
        return EventNames.builder()
                .name(AccountEvent.AccountOpened.class, "ledger.account-opened", 1)
                .name(AccountEvent.Deposited.class, "ledger.deposited", 1)
                .name(AccountEvent.Withdrawn.class, "ledger.withdrawn", 1)
                .name(AccountEvent.OverdraftLimited.class, "ledger.overdraft-limited", 1)
                .name(AccountEvent.MoneySent.class, "ledger.money-sent", 1)
                .name(AccountEvent.MoneyReceived.class, "ledger.money-received", 1)
                .name(AccountEvent.AccountClosed.class, "ledger.account-closed", 1)
                .name(NameEvent.NameReserved.class, "ledger.name-reserved", 1)
                .name(NameEvent.NameReleased.class, "ledger.name-released", 1)
                .build();
    }

    /** Aggregates and handlers; a test adds what it needs. */
    public static ContextSpec.Builder spec() {
        return spec(CONTEXT);
    }

    /** The same under another name, where a test has two of them, or topics of its own. */
    public static ContextSpec.Builder spec(String context) {
        return ContextSpec.named(context, names())
                .aggregates(Account.class, AccountName.class)
                .handler(axon ->
                        new AccountHandlers(axon.repository(Account.class), axon.repository(AccountName.class)));
    }

    /** Databases that nobody has used, on the chosen MongoDB. */
    public static ContextSettings settings(Class<?> test) {
        return settings(test, Backends.mongoUri());
    }

    /** The same on another server. */
    public static ContextSettings settings(Class<?> test, String mongo) {
        return ContextSettings.of("0191e1a0-test", mongo, null, new SecretKeySpec(new byte[32], "HmacSHA256"))
                .withDatabases(Backends.freshName(test) + "_");
    }

    /** Somebody does something. */
    public static Act act() {
        String request = Ids.fresh();
        return new Act("person-1", List.of("OFFICER@unit-1"), "unit-1", request, request, null);
    }
}
