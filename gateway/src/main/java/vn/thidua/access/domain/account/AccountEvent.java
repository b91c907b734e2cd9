package vn.thidua.access.domain.account;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.values.Sealed;

/**
 * What happened to an account. {@code unit} is the one that looks after it, null for the installation itself; {@code by}
 * the account or client that did it.
 */
public sealed interface AccountEvent {

    String account();

    @Nullable
    String unit();

    /** @param nameIndex blind index of the folded name */
    record AccountOpened(
            String account, @Nullable String unit, @Nullable String person, Sealed name, String nameIndex, String by)
            implements AccountEvent {}

    /** All as it is now. */
    record AccountChanged(
            String account, @Nullable String unit, @Nullable String person, Sealed name, String nameIndex, String by)
            implements AccountEvent {}

    record PasswordSet(String account, @Nullable String unit, Sealed hash, boolean mustChange, String by)
            implements AccountEvent {}

    /**
     * @param roleUnit for which it holds; null for the whole installation
     * @param until last day; null without end
     */
    record RoleBound(
            String account,
            @Nullable String unit,
            @Nullable String person,
            String binding,
            AccountRole role,
            @Nullable String roleUnit,
            LocalDate from,
            @Nullable LocalDate until,
            String by)
            implements AccountEvent {}

    /** @param lastDay before {@code from} if it was never held */
    record RoleEnded(
            String account,
            @Nullable String unit,
            @Nullable String person,
            String binding,
            AccountRole role,
            @Nullable String roleUnit,
            LocalDate from,
            LocalDate lastDay,
            String by)
            implements AccountEvent {}

    /**
     * @param person who gives
     * @param to account of who gets, {@code toPerson} its person
     * @param bindings ids of roles of the giver
     */
    record DelegationGiven(
            String account,
            @Nullable String unit,
            String person,
            String delegation,
            String to,
            String toPerson,
            List<String> bindings,
            LocalDate from,
            LocalDate until,
            String by)
            implements AccountEvent {
        public DelegationGiven {
            bindings = List.copyOf(bindings);
        }
    }

    /** @param lastDay before {@code from} if it never held */
    record DelegationEnded(
            String account,
            @Nullable String unit,
            String person,
            String delegation,
            String to,
            String toPerson,
            LocalDate from,
            LocalDate lastDay,
            String by)
            implements AccountEvent {}

    record AccountLocked(String account, @Nullable String unit, Sealed reason, String by) implements AccountEvent {}

    record AccountUnlocked(String account, @Nullable String unit, Sealed reason, String by) implements AccountEvent {}

    /** @param index blind index of issuer and subject */
    record IdentityLinked(String account, @Nullable String unit, Sealed identity, String index, String by)
            implements AccountEvent {}

    record IdentityUnlinked(String account, @Nullable String unit, String index, String by) implements AccountEvent {}

    /**
     * @param reason null after an erasure
     * @param erased whether everything sealed for the account is to be unreadable
     */
    record AccountClosed(
            String account,
            @Nullable String unit,
            @Nullable String person,
            String nameIndex,
            @Nullable Sealed reason,
            boolean erased,
            String by)
            implements AccountEvent {}
}
