package vn.thidua.access.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.AdministratorsEvent;
import vn.thidua.access.domain.account.ClaimEvent;
import vn.thidua.access.domain.client.ClientEvent;
import vn.thidua.access.domain.client.ClientScope;
import vn.thidua.contracts.AccessContract;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.publish.Publication;

/** What accounts tell others: who has which rights. Names, passwords and identities stay here. */
public final class AccessPublication implements Publication {

    @Override
    public List<ContractEvent> publish(LoggedEvent event) {
        return switch (event.payload()) {
            case AccountEvent account -> ofAccount(account);
            case ClientEvent client -> ofClient(client);
            // nobody else's business
            case ClaimEvent _, AdministratorsEvent _ -> List.of();
            // a new family, or a name this version does not know: passed over it would be lost for everybody
            default ->
                throw new IllegalStateException(
                        "no event of this context: " + event.payload().getClass());
        };
    }

    private static List<ContractEvent> ofAccount(AccountEvent event) {
        return switch (event) {
            case AccountEvent.AccountOpened e ->
                List.of(new AccessContract.AccountOpenedV1(e.account(), unit(e.unit()), e.person()));
            case AccountEvent.AccountChanged e ->
                List.of(new AccessContract.AccountChangedV1(e.account(), unit(e.unit()), e.person()));
            case AccountEvent.RoleBound e ->
                List.of(new AccessContract.RoleBoundV1(
                        e.account(),
                        unit(e.unit()),
                        e.person(),
                        e.binding(),
                        role(e.role()),
                        e.roleUnit(),
                        e.from(),
                        e.until()));
            case AccountEvent.RoleEnded e ->
                List.of(new AccessContract.RoleEndedV1(
                        e.account(),
                        unit(e.unit()),
                        e.person(),
                        e.binding(),
                        role(e.role()),
                        e.roleUnit(),
                        e.from(),
                        e.lastDay()));
            case AccountEvent.DelegationGiven e ->
                List.of(new AccessContract.DelegationGivenV1(
                        e.account(),
                        unit(e.unit()),
                        e.person(),
                        e.delegation(),
                        e.to(),
                        e.toPerson(),
                        e.bindings(),
                        e.from(),
                        e.until()));
            case AccountEvent.DelegationEnded e ->
                List.of(new AccessContract.DelegationEndedV1(
                        e.account(),
                        unit(e.unit()),
                        e.person(),
                        e.delegation(),
                        e.to(),
                        e.toPerson(),
                        e.from(),
                        e.lastDay()));
            case AccountEvent.AccountLocked e ->
                List.of(new AccessContract.AccountLockedV1(e.account(), unit(e.unit())));
            case AccountEvent.AccountUnlocked e ->
                List.of(new AccessContract.AccountUnlockedV1(e.account(), unit(e.unit())));
            case AccountEvent.AccountClosed e ->
                List.of(new AccessContract.AccountClosedV1(e.account(), unit(e.unit()), e.person(), e.erased()));
            // how somebody signs in is nobody else's business
            case AccountEvent.PasswordSet _, AccountEvent.IdentityLinked _, AccountEvent.IdentityUnlinked _ ->
                List.of();
        };
    }

    private static List<ContractEvent> ofClient(ClientEvent event) {
        return switch (event) {
            case ClientEvent.ClientRegistered e ->
                List.of(new AccessContract.ClientRegisteredV1(
                        e.client(),
                        unit(e.unit()),
                        e.name(),
                        e.scopes().stream().map(ClientScope::words).toList(),
                        e.expires()));
            case ClientEvent.ClientRevoked e -> List.of(new AccessContract.ClientRevokedV1(e.client(), unit(e.unit())));
            case ClientEvent.SecretIssued _, ClientEvent.SecretEnded _ -> List.of();
        };
    }

    private static String unit(@Nullable String unit) {
        return unit == null ? AccessContract.INSTALLATION : unit;
    }

    private static AccessContract.Role role(AccountRole role) {
        return switch (role) {
            case OFFICER -> AccessContract.Role.OFFICER;
            case LEADER -> AccessContract.Role.LEADER;
            case STANDING_OFFICE -> AccessContract.Role.STANDING_OFFICE;
            case FINANCE -> AccessContract.Role.FINANCE;
            case ADMIN -> AccessContract.Role.ADMIN;
            case AUDITOR -> AccessContract.Role.AUDITOR;
            case VILLAGE_HEAD -> AccessContract.Role.VILLAGE_HEAD;
        };
    }
}
