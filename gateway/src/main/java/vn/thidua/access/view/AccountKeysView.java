package vn.thidua.access.view;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/**
 * One row per blind index of a sign-in name or an outside identity: whose it is. Its own view, so that an account is found
 * by a row's id, which every server has an index for, and so that a name may go from one account to another.
 */
public final class AccountKeysView implements View {

    public static final String NAME = "account-keys";

    static final String ACCOUNT = "account";

    /** Id of a name's row. */
    static String ofName(String index) {
        return "name:" + index;
    }

    /** Id of an identity's row. */
    static String ofIdentity(String index) {
        return "identity:" + index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof AccountEvent account) {
            project(account, rows);
        }
    }

    private static void project(AccountEvent event, Rows rows) {
        switch (event) {
            case AccountEvent.AccountOpened e -> owner(rows, ofName(e.nameIndex()), e.account());
            case AccountEvent.AccountChanged e -> {
                String now = ofName(e.nameIndex());
                release(rows, e.account(), now, "name:");
                owner(rows, now, e.account());
            }
            case AccountEvent.IdentityLinked e -> owner(rows, ofIdentity(e.index()), e.account());
            case AccountEvent.IdentityUnlinked e -> owner(rows, ofIdentity(e.index()), null);
            case AccountEvent.AccountClosed e -> {
                // an erasure may follow when the name is somebody else's already
                release(rows, e.account(), "", "");
            }
            case AccountEvent.PasswordSet _,
                    AccountEvent.RoleBound _,
                    AccountEvent.RoleEnded _,
                    AccountEvent.DelegationGiven _,
                    AccountEvent.DelegationEnded _,
                    AccountEvent.AccountLocked _,
                    AccountEvent.AccountUnlocked _ -> {
                // neither a name nor an identity
            }
        }
    }

    private static void release(Rows rows, String account, String kept, String kind) {
        for (Document row : rows.where(ACCOUNT, account)) {
            String id = row.getString("_id");
            if (id.startsWith(kind) && !id.equals(kept)) {
                owner(rows, id, null);
            }
        }
    }

    private static void owner(Rows rows, String id, @Nullable String account) {
        rows.change(id, row -> row.append(ACCOUNT, account));
    }
}
