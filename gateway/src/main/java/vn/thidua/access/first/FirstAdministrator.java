package vn.thidua.access.first;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.thidua.access.domain.OneTimePassword;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountRejection;
import vn.thidua.access.view.SignInNames;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.values.RejectedException;

/**
 * Opens the first administrator when the store is empty, with a password for one sign-in. Of two gateways that start at
 * the same time one does it; the other is refused by the stream of administrators.
 */
public final class FirstAdministrator implements SmartLifecycle {

    /** Name of the account, to be changed at will. */
    public static final String NAME = "quantri";

    private static final Logger logger = LoggerFactory.getLogger(FirstAdministrator.class);
    /** Behind the server: where that does not start, no password is made that nobody would be told. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE;

    private final Commands commands;
    private final KeyRing keys;
    private final UnaryOperator<String> hashing;
    private final LongSupplier storedEvents;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable String password;
    private volatile boolean running;

    /**
     * @param hashing as sign-in compares it
     * @param storedEvents how many events there are on who administers
     */
    public FirstAdministrator(
            Commands commands, KeyRing keys, UnaryOperator<String> hashing, LongSupplier storedEvents, Clock clock) {
        this.commands = commands;
        this.keys = keys;
        this.hashing = hashing;
        this.storedEvents = storedEvents;
        this.clock = clock;
    }

    /** The password, once and only in the process that has opened the account: whoever asks shows it to the operator. */
    public synchronized Optional<String> takePassword() {
        Optional<String> taken = Optional.ofNullable(password);
        password = null;
        return taken;
    }

    /** Opens it if nobody has ever administered here. */
    public synchronized void open() {
        if (storedEvents.getAsLong() > 0) {
            return;
        }
        String fresh = OneTimePassword.of(random::nextInt);
        String account = Ids.fresh();
        String subject = SignInNames.sealedFor(account);
        try {
            commands.send(
                    new AccountCommand.OpenFirstAdministrator(
                            account,
                            Ids.fresh(),
                            new AccountCommand.Name(keys.seal(subject, NAME), SignInNames.index(keys, NAME)),
                            new AccountCommand.Password(keys.seal(subject, hashing.apply(fresh)), true),
                            LocalDate.now(clock)),
                    new Act(Act.SYSTEM, List.of(), null, "first-start", "first-start", null));
            password = fresh;
        } catch (RejectedException e) {
            if (!(e.rejection() instanceof AccountRejection.AdministratorThere)) {
                throw e;
            }
            logger.info("another process has opened the first administrator");
        }
    }

    @Override
    public void start() {
        open();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
