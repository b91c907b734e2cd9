package vn.thidua.access.domain.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountCommand.NewRole;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Sealed;

/** Who may sign in under a name, and with which roles. What identifies a human is sealed. */
public class Account {

    /** Longest delegation: who is away longer gets a successor. */
    static final int DELEGATION_MOST_DAYS = 366;

    /** A role on these days. */
    record Binding(
            AccountRole role,
            @Nullable String unit,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean isEverywhere() {
            return unit == null;
        }
    }

    /** What was lent to whom. */
    record Lent(String to, String toPerson, LocalDate from, LocalDate until) {}

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private @Nullable String unit;
    private @Nullable String person;
    private @Nullable Sealed name;
    private String nameIndex = "";
    /** As the view counts them: a lock ends what was signed in, as a new password does. */
    private long passwordChanges;

    private boolean locked;
    private boolean closed;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final Map<String, Lent> delegations = new LinkedHashMap<>();
    private final Set<String> identities = new LinkedHashSet<>();

    protected Account() {}

    static Account beginning(AccountEvent.AccountOpened first) {
        Account account = new Account();
        apply(first);
        return account;
    }

    String id() {
        return id;
    }

    @Nullable
    String person() {
        return person;
    }

    String nameIndex() {
        return nameIndex;
    }

    Set<String> identities() {
        return Set.copyOf(identities);
    }

    boolean isReady() {
        return !locked && !closed;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether it has the role for the whole installation, locked or not. */
    boolean isAdministrator() {
        return bindings.values().stream().anyMatch(binding -> binding.isEverywhere() && binding.until() == null);
    }

    boolean isLocked() {
        return locked;
    }

    boolean isEverywhere(String binding) {
        return held(binding).isEverywhere();
    }

    private void mustBeOpen() {
        if (closed) {
            throw new RejectedException(new AccountRejection.Closed());
        }
    }

    void change(AccountCommand.ChangeAccount command) {
        mustBeOpen();
        AccountCommand.Name newName = command.name();
        boolean otherName = newName != null;
        boolean otherUnit = command.unit() != null && !command.unit().equals(unit);
        boolean otherPerson = command.person() != null && !command.person().equals(person);
        if (!otherName && !otherUnit && !otherPerson) {
            throw new RejectedException(new AccountRejection.NothingChanges());
        }
        if (otherPerson && person != null) {
            throw new RejectedException(new AccountRejection.PersonStays());
        }
        apply(new AccountEvent.AccountChanged(
                id,
                otherUnit ? command.unit() : unit,
                otherPerson ? command.person() : person,
                newName != null ? newName.text() : Objects.requireNonNull(name),
                newName != null ? newName.index() : nameIndex,
                command.by().account()));
    }

    /** The same human under another id. */
    void follow(String survivor) {
        if (!survivor.equals(person)) {
            apply(new AccountEvent.AccountChanged(
                    id, unit, survivor, Objects.requireNonNull(name), nameIndex, By.SYSTEM.account()));
        }
    }

    void setPassword(AccountCommand.Password password, By by) {
        mustBeOpen();
        apply(new AccountEvent.PasswordSet(id, unit, password.hash(), password.mustChange(), by.account()));
    }

    /** What an administrator does meanwhile counts: whoever knew the old password does not undo it. */
    void changePassword(AccountCommand.Password password, long seen, By by) {
        if (passwordChanges != seen) {
            throw new RejectedException(new AccountRejection.PasswordChangedMeanwhile());
        }
        setPassword(password, by);
    }

    void lock(Sealed reason, By by) {
        mustBeOpen();
        if (locked) {
            throw new RejectedException(new AccountRejection.LockedAlready());
        }
        apply(new AccountEvent.AccountLocked(id, unit, reason, by.account()));
    }

    void unlock(Sealed reason, By by) {
        mustBeOpen();
        if (by.is(id, person)) {
            throw new RejectedException(new AccountRejection.OwnLock());
        }
        if (!locked) {
            throw new RejectedException(new AccountRejection.NotLocked());
        }
        apply(new AccountEvent.AccountUnlocked(id, unit, reason, by.account()));
    }

    void bind(NewRole role, By by, LocalDate today) {
        mustBeOpen();
        if (by.is(id, person)) {
            throw new RejectedException(new AccountRejection.OwnRole());
        }
        mustBeAllowed(role.role(), role.unit(), by);
        if (person == null && role.role() != AccountRole.ADMIN) {
            throw new RejectedException(new AccountRejection.RoleNeedsPerson());
        }
        if (role.unit() == null && (role.until() != null || role.from().isAfter(today))) {
            throw new RejectedException(new AccountRejection.AdministratorWithoutEnd());
        }
        if (end(role.until()).isBefore(role.from())) {
            throw new RejectedException(new AccountRejection.PeriodReversed("until"));
        }
        for (Binding held : bindings.values()) {
            if (held.role() == role.role()
                    && Objects.equals(held.unit(), role.unit())
                    && !end(held.until()).isBefore(role.from())
                    && !end(role.until()).isBefore(held.from())) {
                throw new RejectedException(new AccountRejection.RoleHeldAlready());
            }
        }
        apply(new AccountEvent.RoleBound(
                id, unit, person, role.binding(), role.role(), role.unit(), role.from(), role.until(), by.account()));
    }

    private static void mustBeAllowed(AccountRole role, @Nullable String forUnit, By by) {
        if (forUnit == null && role != AccountRole.ADMIN) {
            throw new RejectedException(new AccountRejection.RoleNeedsUnit());
        }
        if (forUnit == null && !by.everywhere()) {
            throw new RejectedException(new AccountRejection.OnlyAdministrator());
        }
        if (role == AccountRole.ADMIN && !by.everywhere() && !by.top()) {
            throw new RejectedException(new AccountRejection.OnlyTopAdministrator());
        }
    }

    void endRole(String binding, LocalDate lastDay, By by, LocalDate today) {
        mustBeOpen();
        Binding held = held(binding);
        mustBeAllowed(held.role(), held.unit(), by);
        mustBeEnd(lastDay, held.until(), today);
        apply(new AccountEvent.RoleEnded(
                id, unit, person, binding, held.role(), held.unit(), held.from(), lastDay, by.account()));
    }

    private static void mustBeEnd(LocalDate lastDay, @Nullable LocalDate until, LocalDate today) {
        if (lastDay.isBefore(today.minusDays(1))) {
            throw new RejectedException(new AccountRejection.LastDayPast());
        }
        if (until != null && !lastDay.isBefore(until)) {
            throw new RejectedException(new AccountRejection.EndedAlready(until));
        }
    }

    private Binding held(String binding) {
        Binding held = bindings.get(binding);
        if (held == null) {
            throw new RejectedException(new AccountRejection.UnknownBinding());
        }
        return held;
    }

    /** @param toPerson of the account that gets it; null if it has none */
    void delegate(AccountCommand.Delegate command, @Nullable String toPerson) {
        mustBeOpen();
        By by = command.by();
        // whoever acts for another has that one's roles only for a time, and gives none of them away
        if (by.actingFor() != null) {
            throw new RejectedException(new AccountRejection.OnlyOwnRoles());
        }
        if (person == null || toPerson == null || person.equals(toPerson) || id.equals(command.to())) {
            throw new RejectedException(new AccountRejection.DelegationNeedsPerson());
        }
        if (by.is(command.to(), toPerson)) {
            throw new RejectedException(new AccountRejection.OwnRole());
        }
        if (command.until().isBefore(command.from()) || command.until().isBefore(command.today())) {
            throw new RejectedException(new AccountRejection.PeriodReversed("until"));
        }
        if (ChronoUnit.DAYS.between(command.from(), command.until()) >= DELEGATION_MOST_DAYS) {
            throw new RejectedException(new AccountRejection.DelegationTooLong(DELEGATION_MOST_DAYS));
        }
        if (command.bindings().isEmpty()) {
            throw new RejectedException(new AccountRejection.NothingDelegated());
        }
        for (String binding : command.bindings()) {
            Binding held = bindings.get(binding);
            if (held == null || held.from().isAfter(command.from())) {
                throw new RejectedException(new AccountRejection.OnlyOwnRoles());
            }
            if (held.role() == AccountRole.ADMIN) {
                throw new RejectedException(new AccountRejection.RoleNotDelegable());
            }
            if (held.until() != null && held.until().isBefore(command.until())) {
                throw new RejectedException(new AccountRejection.RoleNotHeldLongEnough(held.until()));
            }
        }
        apply(new AccountEvent.DelegationGiven(
                id,
                unit,
                person,
                command.delegation(),
                command.to(),
                toPerson,
                new ArrayList<>(new LinkedHashSet<>(command.bindings())),
                command.from(),
                command.until(),
                by.account()));
    }

    void endDelegation(String delegation, LocalDate lastDay, By by, LocalDate today) {
        mustBeOpen();
        Lent lent = delegations.get(delegation);
        if (lent == null || person == null) {
            throw new RejectedException(new AccountRejection.UnknownDelegation());
        }
        mustBeEnd(lastDay, lent.until(), today);
        apply(new AccountEvent.DelegationEnded(
                id, unit, person, delegation, lent.to(), lent.toPerson(), lent.from(), lastDay, by.account()));
    }

    void link(AccountCommand.Identity identity, By by) {
        mustBeOpen();
        if (identities.contains(identity.index())) {
            throw new RejectedException(new AccountRejection.NothingChanges());
        }
        apply(new AccountEvent.IdentityLinked(id, unit, identity.text(), identity.index(), by.account()));
    }

    void unlink(String index, By by) {
        mustBeOpen();
        if (!identities.contains(index)) {
            throw new RejectedException(new AccountRejection.IdentityUnknown());
        }
        apply(new AccountEvent.IdentityUnlinked(id, unit, index, by.account()));
    }

    void close(@Nullable Sealed reason, boolean erased, By by) {
        mustBeOpen();
        if (!erased && by.is(id, person)) {
            throw new RejectedException(new AccountRejection.OwnAccount());
        }
        closed(reason, erased, by);
    }

    /** Also after it was closed: what was sealed for it is to go then. */
    void erase() {
        closed(null, true, By.SYSTEM);
    }

    private void closed(@Nullable Sealed reason, boolean erased, By by) {
        apply(new AccountEvent.AccountClosed(id, unit, person, nameIndex, reason, erased, by.account()));
    }

    private static LocalDate end(@Nullable LocalDate until) {
        return until == null ? LocalDate.MAX : until;
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        switch (event) {
            case AccountEvent.AccountOpened e -> {
                id = e.account();
                unit = e.unit();
                person = e.person();
                name = e.name();
                nameIndex = e.nameIndex();
            }
            case AccountEvent.AccountChanged e -> {
                unit = e.unit();
                person = e.person();
                name = e.name();
                nameIndex = e.nameIndex();
            }
            case AccountEvent.PasswordSet _ -> passwordChanges++;
            case AccountEvent.RoleBound e ->
                bindings.put(e.binding(), new Binding(e.role(), e.roleUnit(), e.from(), e.until()));
            case AccountEvent.RoleEnded e -> {
                if (e.lastDay().isBefore(e.from())) {
                    bindings.remove(e.binding());
                } else {
                    bindings.put(e.binding(), new Binding(e.role(), e.roleUnit(), e.from(), e.lastDay()));
                }
            }
            case AccountEvent.DelegationGiven e ->
                delegations.put(e.delegation(), new Lent(e.to(), e.toPerson(), e.from(), e.until()));
            case AccountEvent.DelegationEnded e -> {
                if (e.lastDay().isBefore(e.from())) {
                    delegations.remove(e.delegation());
                } else {
                    delegations.put(e.delegation(), new Lent(e.to(), e.toPerson(), e.from(), e.lastDay()));
                }
            }
            case AccountEvent.AccountLocked _ -> {
                locked = true;
                passwordChanges++;
            }
            case AccountEvent.AccountUnlocked _ -> locked = false;
            case AccountEvent.IdentityLinked e -> identities.add(e.index());
            case AccountEvent.IdentityUnlinked e -> identities.remove(e.index());
            case AccountEvent.AccountClosed _ -> closed = true;
        }
    }
}
