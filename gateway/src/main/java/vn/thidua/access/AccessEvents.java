package vn.thidua.access;

import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.access.domain.account.AdministratorsEvent;
import vn.thidua.access.domain.account.ClaimEvent;
import vn.thidua.access.domain.client.ClientEvent;
import vn.thidua.platform.eventstore.EventNames;

/** The names under which this context's events are stored. They never change. */
public final class AccessEvents {

    private AccessEvents() {}

    public static EventNames names() {
        return EventNames.builder()
                .name(AccountEvent.AccountOpened.class, "access.account-opened", 1)
                .name(AccountEvent.AccountChanged.class, "access.account-changed", 1)
                .name(AccountEvent.PasswordSet.class, "access.password-set", 1)
                .name(AccountEvent.RoleBound.class, "access.role-bound", 1)
                .name(AccountEvent.RoleEnded.class, "access.role-ended", 1)
                .name(AccountEvent.DelegationGiven.class, "access.delegation-given", 1)
                .name(AccountEvent.DelegationEnded.class, "access.delegation-ended", 1)
                .name(AccountEvent.AccountLocked.class, "access.account-locked", 1)
                .name(AccountEvent.AccountUnlocked.class, "access.account-unlocked", 1)
                .name(AccountEvent.IdentityLinked.class, "access.identity-linked", 1)
                .name(AccountEvent.IdentityUnlinked.class, "access.identity-unlinked", 1)
                .name(AccountEvent.AccountClosed.class, "access.account-closed", 1)
                .name(ClaimEvent.ClaimTaken.class, "access.claim-taken", 1)
                .name(ClaimEvent.ClaimShared.class, "access.claim-shared", 1)
                .name(ClaimEvent.ClaimFreed.class, "access.claim-freed", 1)
                .name(ClaimEvent.ClaimBarred.class, "access.claim-barred", 1)
                .name(AdministratorsEvent.AdministratorStands.class, "access.administrator-stands", 1)
                .name(AdministratorsEvent.AdministratorGone.class, "access.administrator-gone", 1)
                .name(ClientEvent.ClientRegistered.class, "access.client-registered", 1)
                .name(ClientEvent.SecretIssued.class, "access.client-secret-issued", 1)
                .name(ClientEvent.SecretEnded.class, "access.client-secret-ended", 1)
                .name(ClientEvent.ClientRevoked.class, "access.client-revoked", 1)
                .build();
    }
}
