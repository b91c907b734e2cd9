package vn.thidua.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What accounts and their rights promise. {@code unit} is the one that looks after the account or client, or {@link
 * #INSTALLATION} where none does. Sign-in names, passwords and reasons never leave the context; people stand here by id
 * alone. Days are inclusive.
 */
public sealed interface AccessContract extends ContractEvent {

    /** In the place of a unit: the installation itself looks after it. */
    String INSTALLATION = "installation";

    enum Role {
        OFFICER,
        LEADER,
        STANDING_OFFICE,
        FINANCE,
        ADMIN,
        AUDITOR,
        VILLAGE_HEAD
    }

    /** About an account. */
    sealed interface OfAccount extends AccessContract {
        String account();

        @Override
        default String subject() {
            return "account/" + account();
        }
    }

    /** About an API client. */
    sealed interface OfClient extends AccessContract {
        String client();

        @Override
        default String subject() {
            return "client/" + client();
        }
    }

    /** @param person whose account it is; null for an administrator of services */
    record AccountOpenedV1(
            String account, String unit, @Nullable String person) implements OfAccount {}

    /** All as it is now. */
    record AccountChangedV1(
            String account, String unit, @Nullable String person) implements OfAccount {}

    /**
     * @param roleUnit for which it holds, with all below; null for the whole installation
     * @param until last day; null without end
     */
    record RoleBoundV1(
            String account,
            String unit,
            @Nullable String person,
            String binding,
            Role role,
            @Nullable String roleUnit,
            LocalDate from,
            @Nullable LocalDate until)
            implements OfAccount {}

    /** @param lastDay before {@code from} if it was never held */
    record RoleEndedV1(
            String account,
            String unit,
            @Nullable String person,
            String binding,
            Role role,
            @Nullable String roleUnit,
            LocalDate from,
            LocalDate lastDay)
            implements OfAccount {}

    /**
     * A person lends roles to another, who may use them instead of their own.
     *
     * @param person who gives
     * @param to account of who gets, {@code toPerson} its person
     * @param bindings ids of roles of the giver, as in {@link RoleBoundV1}
     */
    record DelegationGivenV1(
            String account,
            String unit,
            String person,
            String delegation,
            String to,
            String toPerson,
            List<String> bindings,
            LocalDate from,
            LocalDate until)
            implements OfAccount {
        public DelegationGivenV1 {
            bindings = List.copyOf(bindings);
        }
    }

    /** @param lastDay before {@code from} if it never held */
    record DelegationEndedV1(
            String account,
            String unit,
            String person,
            String delegation,
            String to,
            String toPerson,
            LocalDate from,
            LocalDate lastDay)
            implements OfAccount {}

    record AccountLockedV1(String account, String unit) implements OfAccount {}

    record AccountUnlockedV1(String account, String unit) implements OfAccount {}

    /** @param erased whether it followed from an erasure of the person's data */
    record AccountClosedV1(
            String account, String unit, @Nullable String person, boolean erased) implements OfAccount {}

    /**
     * @param name of the system, no person's
     * @param scopes in the words of tokens, as {@code plan.read}
     * @param expires null without end
     */
    record ClientRegisteredV1(
            String client,
            String unit,
            String name,
            List<String> scopes,
            @Nullable Instant expires) implements OfClient {
        public ClientRegisteredV1 {
            scopes = List.copyOf(scopes);
        }
    }

    record ClientRevokedV1(String client, String unit) implements OfClient {}
}
