package vn.thidua.access.domain.account;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.values.Sealed;

/**
 * What may be asked of accounts. Names, password hashes, reasons and outside identities arrive sealed for {@code
 * account:<id>}.
 */
public sealed interface AccountCommand {

    /**
     * A sign-in name.
     *
     * @param index blind index of the folded name: names that count as equal have equal ones
     */
    record Name(Sealed text, String index) {}

    /**
     * A password.
     *
     * @param hash computed by whoever knew the password
     * @param mustChange whether nothing else may be done before it is changed
     */
    record Password(Sealed hash, boolean mustChange) {}

    /**
     * A role for a unit and all below it.
     *
     * @param binding id
     * @param unit null for the whole installation
     * @param until last day; null without end
     */
    record NewRole(
            String binding,
            AccountRole role,
            @Nullable String unit,
            LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * Who somebody is elsewhere.
     *
     * @param text issuer and subject, sealed
     * @param index blind index of both
     */
    record Identity(Sealed text, String index) {}

    /**
     * @param unit that looks after the account; null: the installation itself
     * @param person whose account it is; null for an administrator of services
     * @param password null if sign-in is elsewhere
     * @param today the day of the act
     */
    record OpenAccount(
            @TargetAggregateIdentifier String account,
            @Nullable String unit,
            @Nullable String person,
            Name name,
            @Nullable Password password,
            List<NewRole> roles,
            By by,
            LocalDate today)
            implements AccountCommand {
        public OpenAccount {
            roles = List.copyOf(roles);
        }
    }

    /** All of a list, or none. */
    record OpenAccounts(List<OpenAccount> accounts) implements AccountCommand {
        public OpenAccounts {
            accounts = List.copyOf(accounts);
        }
    }

    /** The first one of an installation; refused if there ever was one. */
    record OpenFirstAdministrator(
            @TargetAggregateIdentifier String account, String binding, Name name, Password password, LocalDate today)
            implements AccountCommand {}

    /** What is null stays. A person can be named where there was none, not another one. */
    record ChangeAccount(
            @TargetAggregateIdentifier String account,
            @Nullable Name name,
            @Nullable String unit,
            @Nullable String person,
            By by)
            implements AccountCommand {}

    record SetPassword(@TargetAggregateIdentifier String account, Password password, By by) implements AccountCommand {}

    /**
     * By whoever it is for.
     *
     * @param seen how often it had been changed, locks included, when the old one was asked for
     */
    record ChangePassword(@TargetAggregateIdentifier String account, Password password, long seen, By by)
            implements AccountCommand {}

    record LockAccount(@TargetAggregateIdentifier String account, Sealed reason, By by) implements AccountCommand {}

    record UnlockAccount(@TargetAggregateIdentifier String account, Sealed reason, By by) implements AccountCommand {}

    record BindRole(@TargetAggregateIdentifier String account, NewRole role, By by, LocalDate today)
            implements AccountCommand {}

    /** @param lastDay not before yesterday: what was held was held */
    record EndRole(@TargetAggregateIdentifier String account, String binding, LocalDate lastDay, By by, LocalDate today)
            implements AccountCommand {}

    /**
     * @param account who gives
     * @param to account of who gets
     * @param bindings ids of roles of {@code account}
     */
    record Delegate(
            @TargetAggregateIdentifier String account,
            String delegation,
            String to,
            List<String> bindings,
            LocalDate from,
            LocalDate until,
            By by,
            LocalDate today)
            implements AccountCommand {
        public Delegate {
            bindings = List.copyOf(bindings);
        }
    }

    /** @param lastDay not before yesterday */
    record EndDelegation(
            @TargetAggregateIdentifier String account, String delegation, LocalDate lastDay, By by, LocalDate today)
            implements AccountCommand {}

    record LinkIdentity(@TargetAggregateIdentifier String account, Identity identity, By by)
            implements AccountCommand {}

    record UnlinkIdentity(@TargetAggregateIdentifier String account, String index, By by) implements AccountCommand {}

    record CloseAccount(@TargetAggregateIdentifier String account, Sealed reason, By by) implements AccountCommand {}

    /** After two records of one human were joined: accounts of the one that went are of the one that stays. */
    record FollowPerson(String merged, String person) implements AccountCommand {}

    /** After an erasure: the account goes, if there is one, and none can be opened for that person. */
    record ForgetPerson(String person) implements AccountCommand {}

    /** On the machine itself: a new password, and whatever kept the administrator out is taken away. */
    record ResetAdministrator(@TargetAggregateIdentifier String account, Password password, Sealed reason)
            implements AccountCommand {}
}
