package vn.thidua.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.Account;
import vn.thidua.access.domain.account.AccountActs;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountCommand.BindRole;
import vn.thidua.access.domain.account.AccountCommand.Name;
import vn.thidua.access.domain.account.AccountCommand.NewRole;
import vn.thidua.access.domain.account.AccountCommand.OpenAccount;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.Administrators;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.domain.account.Claim;
import vn.thidua.access.domain.client.ApiClient;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Rejection;
import vn.thidua.platform.values.Sealed;

/** Given acts, when an act, then events or a refusal; over as many aggregates as the act touches. */
public final class AccessFixture {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** Somebody with every right, and no account here. */
    public static final By ROOT = new By("root", null, null, true, true);

    /** Administrator of a commune. */
    public static final By COMMUNE = new By("commune-admin", "p-commune-admin", null, false, false);

    private final CommandGateway gateway;
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private int told;

    public AccessFixture() {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(_ -> engine)
                .configureCommandBus(_ -> SimpleCommandBus.builder()
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .build())
                .configureAggregate(Account.class)
                .configureAggregate(Claim.class)
                .configureAggregate(Administrators.class)
                .configureAggregate(ApiClient.class)
                .registerCommandHandler(c -> new AccountActs(
                        c.repository(Account.class), c.repository(Claim.class), c.repository(Administrators.class)))
                .start();
        gateway = axon.commandGateway();
    }

    /** What has happened before; its events are not counted. */
    public AccessFixture given(Object... commands) {
        for (Object command : commands) {
            gateway.sendAndWait(command);
        }
        told = log().size();
        return this;
    }

    /** The events of this command, in the order of the commit. */
    public List<Object> when(Object command) {
        gateway.sendAndWait(command);
        List<Object> all = log();
        List<Object> fresh = all.subList(told, all.size());
        told = all.size();
        return fresh;
    }

    /** Why the command was refused; nothing may have been written. */
    public Rejection refused(Object command) {
        Throwable thrown = catchThrowable(() -> gateway.sendAndWait(command));
        assertThat(thrown).isInstanceOf(RejectedException.class);
        assertThat(log()).hasSize(told);
        return ((RejectedException) thrown).rejection();
    }

    public List<Object> log() {
        List<Object> payloads = new ArrayList<>();
        engine.readEvents(null, false).forEach(event -> payloads.add(event.getPayload()));
        return payloads;
    }

    public static Sealed sealed(String account, String text) {
        return new Sealed("account:" + account, "k1", "iv", text);
    }

    public static Name name(String account, String name) {
        return new Name(sealed(account, name), "index-" + name);
    }

    /** Account {@code a} of person {@code p-a}, named {@code a}, looked after by unit {@code x}. */
    public static OpenAccount open(String account, NewRole... roles) {
        return new OpenAccount(
                account,
                "x",
                "p-" + account,
                name(account, account),
                new AccountCommand.Password(sealed(account, "hash"), true),
                List.of(roles),
                ROOT,
                TODAY);
    }

    /** Account of an administrator of the whole installation. */
    public static OpenAccount administrator(String account) {
        return open(account, new NewRole("admin-" + account, AccountRole.ADMIN, null, TODAY, null));
    }

    public static NewRole role(String binding, AccountRole role, @Nullable String unit) {
        return new NewRole(binding, role, unit, TODAY, null);
    }

    public static BindRole bind(String account, NewRole role, By by) {
        return new BindRole(account, role, by, TODAY);
    }

    /** Who is signed in with that account. */
    public static By self(String account) {
        return new By(account, "p-" + account, null, true, true);
    }
}
